package dev.gotgan.engine.store.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gotgan.engine.store.doctor.StoreReport.Finding;
import dev.gotgan.engine.testing.CatalogContract;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What [StoreReports] promises.
public abstract class StoreReportsContract extends CatalogContract {
    @Test
    void theNewestReportOfEachStoreIsKept() {
        var reports = catalog.storeReports();
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

    protected static StoreReport report(String store, String at, Map<Probe, Finding> findings) {
        return new StoreReport(store, Instant.parse(at), findings);
    }
}
