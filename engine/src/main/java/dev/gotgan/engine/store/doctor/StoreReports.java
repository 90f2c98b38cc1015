package dev.gotgan.engine.store.doctor;

import java.util.Optional;

/// The newest report of each store.
public interface StoreReports {
    /// Takes the place of the store's earlier one.
    void keep(StoreReport report);

    Optional<StoreReport> find(String store);
}
