package dev.gotgan.server.dataset;

import dev.gotgan.engine.dataset.Role;
import org.jspecify.annotations.Nullable;

/// Who looks at a dataset, as far as it changes what they are shown.
///
/// @param role         their own; OWNER for their own dataset, null where they have none
/// @param insider      whether they share the dataset with its owner, rather than see it as anybody may
/// @param organization the dataset's; null for outsiders, and where it has none
record Onlooker(@Nullable Role role, boolean insider, DatasetView.@Nullable OrganizationView organization) {}
