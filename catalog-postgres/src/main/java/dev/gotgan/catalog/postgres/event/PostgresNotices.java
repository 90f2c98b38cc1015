package dev.gotgan.catalog.postgres.event;

import dev.gotgan.engine.event.Notices;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// [Notices] by LISTEN, on a connection of its own. Triggers write the notices, in the transaction that they tell of:
/// whatever is committed is told, whoever committed it.
public final class PostgresNotices implements Notices {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresNotices.class);
    private static final int LOOK_UP_MILLIS = 200;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final DataSource source;

    public PostgresNotices(DataSource source) {
        this.source = source;
    }

    @Override
    public Listening listen(Listener listener) {
        var ear = new Ear(listener);
        ear.thread.start();
        return ear;
    }

    private final class Ear implements Runnable, Listening {
        private final Listener listener;
        private final Thread thread = Thread.ofVirtual().name("notices").unstarted(this);
        private volatile boolean closed;

        Ear(Listener listener) {
            this.listener = listener;
        }

        @Override
        public void run() {
            while (!closed) {
                try {
                    hear();
                } catch (SQLException | RuntimeException e) {
                    pause(e);
                }
            }
        }

        private void hear() throws SQLException {
            try (var connection = source.getConnection();
                    var listen = connection.createStatement()) {
                listen.execute("listen gotgan");
                try {
                    listener.listening();
                    var heard = connection.unwrap(PGConnection.class);
                    while (!closed) {
                        for (var each : heard.getNotifications(LOOK_UP_MILLIS)) {
                            tell(each.getParameter());
                        }
                    }
                } finally {
                    if (!connection.isClosed()) {
                        listen.execute("unlisten *"); // before the pool gives the connection to somebody else
                    }
                }
            }
        }

        private void tell(String payload) {
            try {
                ReadNotice.of(payload).forEach(listener::told);
            } catch (RuntimeException e) {
                LOG.warn("the notice '{}' was lost on its listener: {}", payload, e.toString());
            }
        }

        private void pause(Exception why) {
            if (closed) {
                return;
            }
            LOG.warn("nothing is heard of the database's changes, trying again: {}", why.toString());
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException e) {
                closed = true;
            }
        }

        /// Soon: the connection is given back before whoever closes this goes on to close the pool.
        @Override
        public void close() {
            closed = true;
            try {
                thread.join(PAUSE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
