package dev.gotgan.catalog.postgres.embedded;

import dev.gotgan.catalog.postgres.embedded.EmbeddedPostgresException.Trouble;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Gotgan's own PostgreSQL, for who has none: durable, on this machine only, behind a generated password.
///
/// It lives in a home folder and is stopped by [#close]. When this process is killed instead, it goes on
/// living, and the next start on the same home takes it over. When PostgreSQL itself is killed,
/// [#ensureRunning] brings it back with every committed row. Safe for use by many threads.
public final class EmbeddedPostgres implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);

    private final ReentrantLock guard = new ReentrantLock();
    private final HomeLock held;
    private final BringUp bringUp;
    private volatile Postmaster postmaster;
    private boolean closed;

    private EmbeddedPostgres(HomeLock held, BringUp bringUp, Postmaster postmaster) {
        this.held = held;
        this.bringUp = bringUp;
        this.postmaster = postmaster;
    }

    /// Returns a server that answers, with an empty database `gotgan` the first time. `folder` is made when
    /// missing and belongs to it alone, `{data}/postgres` by custom.
    ///
    /// @throws EmbeddedPostgresException nothing runs that did not run before, and no data changed
    public static EmbeddedPostgres start(Path folder) {
        var home = Home.at(folder);
        return start(home, home.binaries());
    }

    static EmbeddedPostgres start(Home home, Path binariesIn) {
        var held = HomeLock.take(home);
        try {
            var binaries = Binaries.unpackedIn(binariesIn);
            var started = start(held, new InitialCluster(home, binaries, Unprivileged.running(binaries)));
            binaries.forgetOthers();
            return started;
        } catch (RuntimeException e) {
            held.close();
            throw e;
        }
    }

    static EmbeddedPostgres start(HomeLock held, InitialCluster cluster) {
        var password = Password.of(cluster.home());
        cluster.ensure();
        var bringUp = new BringUp(cluster.home(), cluster.binaries(), cluster.unprivileged(), password);
        var postmaster = bringUp.run();
        try {
            OwnDatabase.ensure(bringUp.superuserAt(postmaster.port()));
            return new EmbeddedPostgres(held, bringUp, postmaster);
        } catch (RuntimeException e) {
            bringUp.stop(postmaster);
            throw e;
        }
    }

    /// Where it is now. The port stays the same as long as nobody else takes it while the server is down.
    public ConnectionSettings settings() {
        return superuser().withUser(OwnDatabase.NAME).withDatabase(OwnDatabase.NAME);
    }

    /// Connections without a pool, as [#settings] says at that moment; a dead server is brought back first. Put
    /// a pool on top: it then needs no further care.
    public DataSource dataSource() {
        return new RevivingDataSource(this);
    }

    /// Returns when the server answers; starts it again when it has died. A question to a living one takes some
    /// milliseconds.
    ///
    /// @throws EmbeddedPostgresException it can't be brought back, or was closed
    public void ensureRunning() {
        guard.lock();
        try {
            if (closed) {
                throw new EmbeddedPostgresException(
                        Trouble.CLOSED, "the database was stopped with the server. Start the server again.");
            }
            if (!postmaster.isAlive() || !OwnDatabase.answers(superuser())) {
                LOG.warn("PostgreSQL (process {}) does not answer; bringing it back", postmaster.pid());
                postmaster = bringUp.run();
            }
        } finally {
            guard.unlock();
        }
    }

    /// Stops the server, cutting its clients off, and frees the home. A second call does nothing.
    @Override
    public void close() {
        guard.lock();
        try {
            if (!closed) {
                closed = true;
                stop();
            }
        } finally {
            guard.unlock();
        }
    }

    private void stop() {
        try (held) {
            bringUp.stop(postmaster);
        }
    }

    /// The operating system's number of the server process.
    long pid() {
        return postmaster.pid();
    }

    /// The role that may make databases; for tests.
    ConnectionSettings superuser() {
        return bringUp.superuserAt(postmaster.port());
    }

    /// Asks where the server is for each connection; the driver's class only brings the rest of the interface.
    private static final class RevivingDataSource extends PGSimpleDataSource {
        private static final long serialVersionUID = 1;
        /* 08001: nobody listens; 08006: it died under the handshake; 57P03: it is starting or recovering. */
        private static final Set<String> NOT_THERE = Set.of("08001", "08006", "57P03");

        private final transient EmbeddedPostgres server;

        RevivingDataSource(EmbeddedPostgres server) {
            this.server = server;
        }

        @Override
        public Connection getConnection() throws SQLException {
            var settings = server.settings();
            return getConnection(settings.user(), settings.password());
        }

        @Override
        public Connection getConnection(@Nullable String user, @Nullable String password) throws SQLException {
            try {
                return DriverManager.getConnection(server.settings().jdbcUrl(), user, password);
            } catch (SQLException e) {
                if (!NOT_THERE.contains(e.getSQLState())) {
                    throw e;
                }
                revive();
                return DriverManager.getConnection(server.settings().jdbcUrl(), user, password);
            }
        }

        private void revive() throws SQLException {
            try {
                server.ensureRunning();
            } catch (EmbeddedPostgresException e) {
                throw new SQLException(e.getMessage(), "08001", e);
            }
        }
    }
}
