package dev.gotgan.engine.publish;

import dev.gotgan.engine.dataset.DatasetId;

/// The right to write one dataset's live tree, until it expires or a higher epoch is given out.
public record Lease(DatasetId dataset, long epoch) {}
