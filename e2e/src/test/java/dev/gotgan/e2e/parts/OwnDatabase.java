package dev.gotgan.e2e.parts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// The server's own PostgreSQL, asked behind its back.
public final class OwnDatabase implements AutoCloseable {
    private final Connection connection;

    private OwnDatabase(Connection connection) {
        this.connection = connection;
    }

    public static OwnDatabase of(RunningServer server) {
        Path home = server.data().resolve("postgres");
        try {
            String port = Files.readString(home.resolve("port")).strip();
            String password = Files.readString(home.resolve("password")).strip();
            String url = "jdbc:postgresql://127.0.0.1:" + port + "/gotgan";
            return new OwnDatabase(DriverManager.getConnection(url, "gotgan", password));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The first column of every row, as text.
    public List<String> column(String sql, String... parameters) {
        try (var query = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                query.setString(i + 1, parameters[i]);
            }
            var found = new ArrayList<String>();
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    public long number(String sql, String... parameters) {
        return Long.parseLong(column(sql, parameters).getFirst());
    }

    public void change(String sql) {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
