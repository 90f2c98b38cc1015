package dev.gotgan.server.operations;

import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Whether the database answers, without which nothing can be served; two seconds without a word mean no.
final class Health {
    private static final Logger LOG = LoggerFactory.getLogger(Health.class);
    private static final int SECONDS = 2;

    private final DataSource database;
    private final Executor background;

    Health(DataSource database, Executor background) {
        this.database = database;
        this.background = background;
    }

    boolean good() {
        return CompletableFuture.supplyAsync(this::answers, background)
                .completeOnTimeout(false, SECONDS, TimeUnit.SECONDS)
                .join();
    }

    private boolean answers() {
        try (var connection = database.getConnection()) {
            return connection.isValid(SECONDS);
        } catch (SQLException e) {
            LOG.warn("the database does not answer: {}", e.getMessage());
            return false;
        }
    }
}
