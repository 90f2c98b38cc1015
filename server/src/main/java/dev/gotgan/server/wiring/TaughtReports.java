package dev.gotgan.server.wiring;

import dev.gotgan.engine.store.doctor.StoreReport;
import dev.gotgan.engine.store.doctor.StoreReports;
import java.util.Optional;

/// Reports that the store at hand learns from as soon as they are kept.
final class TaughtReports implements StoreReports {
    private final StoreReports reports;
    private final StorePlace place;

    private TaughtReports(StoreReports reports, StorePlace place) {
        this.reports = reports;
        this.place = place;
    }

    /// The store learns at once what is known of it already.
    static TaughtReports of(StoreReports reports, StorePlace place) {
        reports.find(place.patient().name()).ifPresent(place.learn());
        return new TaughtReports(reports, place);
    }

    @Override
    public void keep(StoreReport report) {
        reports.keep(report);
        place.learn().accept(report);
    }

    @Override
    public Optional<StoreReport> find(String store) {
        return reports.find(store);
    }
}
