package dev.gotgan.catalog.postgres.embedded;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/// What the tests of the embedded server share: binaries that are unpacked once, and rows.
final class TestHome {
    private static final Path BINARIES = Path.of("target", "test-binaries").toAbsolutePath();

    private TestHome() {}

    static EmbeddedPostgres start(Path home) {
        return EmbeddedPostgres.start(Home.at(home), BINARIES);
    }

    static void execute(DataSource source, String text) throws SQLException {
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(text);
        }
    }

    static String ask(DataSource source, String text) throws SQLException {
        try (var connection = source.getConnection()) {
            return ask(connection, text);
        }
    }

    static String ask(Connection connection, String text) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(text)) {
            rows.next();
            return rows.getString(1);
        }
    }

    static ProcessHandle process(long pid) {
        return ProcessHandle.of(pid).orElseThrow();
    }
}
