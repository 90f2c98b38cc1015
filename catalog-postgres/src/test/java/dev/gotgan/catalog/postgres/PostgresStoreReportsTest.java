package dev.gotgan.catalog.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gotgan.engine.commit.Timing;
import dev.gotgan.engine.store.doctor.Probe;
import dev.gotgan.engine.store.doctor.StoreReport;
import dev.gotgan.engine.store.doctor.StoreReport.Finding;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class PostgresStoreReportsTest {
    @AutoClose
    private static final CatalogDatabase DATABASE = new CatalogDatabase();

    @Test
    void theNewestReportOfEachStoreIsKept() {
        var reports = DATABASE.empty(Timing.embedded()).storeReports();
        assertThat(reports.find("a")).isEmpty();
        var first = report(
                "a",
                "2026-11-28T00:00:00Z",
                Map.of(
                        Probe.CHECKSUM,
                        new Finding(true, "refused"),
                        Probe.LIST_ORDER,
                        new Finding(false, "it is 😀 곳")));
        var other = report("b", "2026-11-28T00:00:01Z", Map.of(Probe.CHECKSUM, new Finding(false, "taken")));
        reports.keep(first);
        reports.keep(other);
        assertThat(reports.find("a")).contains(first);
        var second = report("a", "2026-11-28T01:00:00Z", Map.of(Probe.CHECKSUM, new Finding(true, "refused")));
        reports.keep(second);
        assertThat(reports.find("a")).contains(second);
        assertThat(reports.find("b")).contains(other);
    }

    @Test
    void aPromiseOfAnotherVersionIsLeftOut() {
        var reports = DATABASE.empty(Timing.embedded()).storeReports();
        reports.keep(report("a", "2026-11-28T00:00:00Z", Map.of(Probe.CHECKSUM, new Finding(true, "refused"))));
        DATABASE.database()
                .sql("insert into store_probes values ('a', 'walks_on_water', true, 'yes', now())")
                .update();
        assertThat(reports.find("a").orElseThrow().findings()).containsOnlyKeys(Probe.CHECKSUM);
    }

    private static StoreReport report(String store, String at, Map<Probe, Finding> findings) {
        return new StoreReport(store, Instant.parse(at), findings);
    }
}
