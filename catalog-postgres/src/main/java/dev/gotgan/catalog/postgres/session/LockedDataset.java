package dev.gotgan.catalog.postgres.session;

import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.dataset.DatasetState;

/// A dataset that nobody else changes until this transaction ends.
public record LockedDataset(DatasetId id, DatasetState state, long generation, int version, String storagePath) {
    /// Whether it takes commits.
    public boolean changeable() {
        return switch (state) {
            case NEW, LIVE -> true;
            case TRASH, DELETING -> false;
        };
    }
}
