package dev.gotgan.server.wiring;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.gotgan.catalog.postgres.ConnectionPool;
import dev.gotgan.catalog.postgres.DatabaseClock;
import dev.gotgan.catalog.postgres.PostgresCatalog;
import dev.gotgan.catalog.postgres.embedded.EmbeddedPostgres;
import dev.gotgan.engine.commit.Timing;
import dev.gotgan.engine.store.directory.DirectoryStore;
import dev.gotgan.server.web.config.Settings;
import java.util.ArrayDeque;
import java.util.Deque;

/// Opens the [Ground] that the settings name, and closes it again, last opened first.
final class OwnGround implements AutoCloseable {
    private static final int CONNECTIONS = 16;

    private final Deque<Runnable> opened = new ArrayDeque<>();
    private final Ground ground;

    private OwnGround(Settings settings) {
        try {
            var store = DirectoryStore.open(settings.storage().store());
            opened.push(store::close);
            var database = database(settings);
            opened.push(database::close);
            PostgresCatalog.migrate(database);
            this.ground = new Ground(database, store, "local", Timing.embedded(), DatabaseClock.of(database));
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
