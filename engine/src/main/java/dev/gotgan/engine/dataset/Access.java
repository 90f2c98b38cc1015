package dev.gotgan.engine.dataset;

import org.jspecify.annotations.Nullable;

/// What [AccessPolicy] must know of one dataset and one caller.
///
/// @param owner  null for an ownerless dataset, which equals nobody: never the anonymous caller
/// @param role   the caller's row in `dataset_permissions`; null where there is none
/// @param member whether the caller belongs to the dataset's organization
public record Access(
        Visibility visibility,
        @Nullable UserId owner,
        @Nullable Role role,
        boolean member) {}
