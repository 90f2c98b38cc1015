package dev.gotgan.server.wiring;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.gotgan.catalog.postgres.ConnectionPool;
import dev.gotgan.catalog.postgres.DatabaseClock;
import dev.gotgan.catalog.postgres.PostgresCatalog;
import dev.gotgan.catalog.postgres.embedded.EmbeddedPostgres;
import dev.gotgan.engine.commit.Timing;
import dev.gotgan.engine.store.StoreException;
import dev.gotgan.engine.store.directory.DirectoryStore;
import dev.gotgan.server.web.config.Settings;
import dev.gotgan.server.web.config.SettingsRefused;
import dev.gotgan.store.s3.S3Bucket;
import java.util.ArrayDeque;
import java.util.Deque;

/// Opens the [Ground] that the settings name, and closes it again, last opened first.
final class OwnGround implements AutoCloseable {
    private static final int CONNECTIONS = 16;

    private final Deque<Runnable> opened = new ArrayDeque<>();
    private final Ground ground;

    private OwnGround(Settings settings) {
        try {
            var place = place(settings.storage());
            var database = database(settings);
            opened.push(database::close);
            PostgresCatalog.migrate(database);
            var timing = settings.storage().bucket() == null ? Timing.embedded() : Timing.s3();
            this.ground = new Ground(database, place, timing, DatabaseClock.of(database));
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    static OwnGround open(Settings settings) {
        return new OwnGround(settings);
    }

    Ground ground() {
        return ground;
    }

    private StorePlace place(Settings.Storage storage) {
        var address = storage.bucket();
        if (address == null) {
            var store = DirectoryStore.open(storage.store());
            opened.push(store::close);
            return StorePlace.own(store, "local");
        }
        var bucket = S3Bucket.open(address);
        opened.push(bucket::close);
        try {
            bucket.store().list("datasets/", null, 1);
        } catch (StoreException e) {
            var why = e.getCause() == null ? e : e.getCause();
            throw new SettingsRefused("the bucket " + address.name() + " can't be listed (" + why.getMessage()
                    + "). Check GOTGAN_STORE, the endpoint, and the credentials.");
        }
        return StorePlace.in(bucket);
    }

    private HikariDataSource database(Settings settings) {
        var other = settings.storage().database();
        if (other != null) {
            return ConnectionPool.open(other, CONNECTIONS);
        }
        var own = EmbeddedPostgres.start(settings.data().resolve("postgres"));
        opened.push(own::close);
        var config = new HikariConfig();
        config.setPoolName("gotgan");
        config.setDataSource(own.dataSource());
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(2);
        return new HikariDataSource(config);
    }

    @Override
    public void close() {
        while (!opened.isEmpty()) {
            opened.pop().run();
        }
    }
}
