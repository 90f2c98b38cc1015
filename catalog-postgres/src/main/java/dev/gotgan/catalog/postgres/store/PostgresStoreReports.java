package dev.gotgan.catalog.postgres.store;

import dev.gotgan.catalog.postgres.sql.Columns;
import dev.gotgan.catalog.postgres.sql.Database;
import dev.gotgan.engine.store.doctor.Probe;
import dev.gotgan.engine.store.doctor.StoreReport;
import dev.gotgan.engine.store.doctor.StoreReports;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Optional;

/// [StoreReports] on PostgreSQL, a row for each promise.
public final class PostgresStoreReports implements StoreReports {
    private final Database database;

    public PostgresStoreReports(Database database) {
        this.database = database;
    }

    @Override
    public void keep(StoreReport report) {
        database.run(() -> {
            database.sql("delete from store_probes where store = :store")
                    .param("store", report.store())
                    .update();
            report.findings().forEach((probe, finding) -> insert(report, probe, finding));
        });
    }

    private void insert(StoreReport report, Probe probe, StoreReport.Finding finding) {
        database.sql("""
            insert into store_probes (store, probe, passed, detail, at)
            values (:store, :probe, :passed, :detail, :at)
            """)
                .param("store", report.store())
                .param("probe", probe.name().toLowerCase(Locale.ROOT))
                .param("passed", finding.passed())
                .param("detail", Columns.clean(finding.detail()))
                .param("at", report.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    private record Row(String probe, StoreReport.Finding finding, Instant at) {}

    /// A promise that an older or newer Gotgan tried is left out.
    @Override
    public Optional<StoreReport> find(String store) {
        var rows = database.sql("select probe, passed, detail, at from store_probes where store = :store")
                .param("store", store)
                .query((row, n) -> new Row(
                        row.getString("probe"),
                        new StoreReport.Finding(row.getBoolean("passed"), row.getString("detail")),
                        Columns.time(row, "at")))
                .list();
        var findings = new EnumMap<Probe, StoreReport.Finding>(Probe.class);
        for (var row : rows) {
            for (var probe : Probe.values()) {
                if (probe.name().equalsIgnoreCase(row.probe())) {
                    findings.put(probe, row.finding());
                }
            }
        }
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new StoreReport(store, rows.getFirst().at(), findings));
    }
}
