package dev.gotgan.engine.memory.care;

import dev.gotgan.engine.memory.rows.CatalogRows;
import dev.gotgan.engine.store.doctor.StoreReport;
import dev.gotgan.engine.store.doctor.StoreReports;
import java.util.Optional;

/// [StoreReports] in memory.
public final class MemoryStoreReports implements StoreReports {
    private final CatalogRows all;

    public MemoryStoreReports(CatalogRows all) {
        this.all = all;
    }

    @Override
    public void keep(StoreReport report) {
        all.run(() -> all.storeReports.put(report.store(), report));
    }

    @Override
    public Optional<StoreReport> find(String store) {
        return all.in(() -> Optional.ofNullable(all.storeReports.get(store)));
    }
}
