package dev.gotgan.catalog.postgres;

import dev.gotgan.engine.care.ExpiredTrashContract;
import dev.gotgan.engine.commit.Timing;
import dev.gotgan.engine.testing.CatalogFixture;
import org.junit.jupiter.api.AutoClose;

final class PostgresExpiredTrashTest extends ExpiredTrashContract {
    @AutoClose
    private static final CatalogDatabase DATABASE = new CatalogDatabase();

    @Override
    protected CatalogFixture catalog(Timing timing) {
        return new PostgresFixture(DATABASE, timing);
    }
}
