package dev.gotgan.catalog.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gotgan.engine.commit.Timing;
import dev.gotgan.engine.store.doctor.Probe;
import dev.gotgan.engine.store.doctor.StoreReport.Finding;
import dev.gotgan.engine.store.doctor.StoreReportsContract;
import dev.gotgan.engine.testing.CatalogFixture;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

final class PostgresStoreReportsTest extends StoreReportsContract {
    @AutoClose
    private static final CatalogDatabase DATABASE = new CatalogDatabase();

    @Override
    protected CatalogFixture catalog(Timing timing) {
        return new PostgresFixture(DATABASE, timing);
    }

    @Test
    void aPromiseOfAnotherVersionIsLeftOut() {
        var reports = catalog.storeReports();
        reports.keep(report("a", "2026-11-28T00:00:00Z", Map.of(Probe.CHECKSUM, new Finding(true, "refused"))));
        DATABASE.database()
                .sql("insert into store_probes values ('a', 'walks_on_water', true, 'yes', now())")
                .update();
        assertThat(reports.find("a").orElseThrow().findings()).containsOnlyKeys(Probe.CHECKSUM);
    }
}
