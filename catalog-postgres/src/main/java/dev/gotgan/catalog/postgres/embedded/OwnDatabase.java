package dev.gotgan.catalog.postgres.embedded;

import dev.gotgan.catalog.postgres.embedded.EmbeddedPostgresException.Trouble;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/// The role and the database that the server works with: the role owns the database and nothing else, so that a
/// statement gone astray can't read the machine's files as a superuser's could.
final class OwnDatabase {
    static final String NAME = "gotgan";
    private static final String WRONG_PASSWORD = "28P01";
    private static final String TOO_MANY_CLIENTS = "53300";
    /* A stopped or stuck server accepts and says nothing. */
    private static final String SECONDS_TO_ANSWER = "20";

    private OwnDatabase() {}

    /// Whether the server lets us in as its superuser, or would if it had a place left.
    ///
    /// @throws EmbeddedPostgresException with `PASSWORD_LOST` when it answers and refuses the password
    static boolean answers(ConnectionSettings superuser) {
        try (var connection = connect(superuser)) {
            return connection.isValid(0);
        } catch (SQLException e) {
            if (WRONG_PASSWORD.equals(e.getSQLState())) {
                throw new EmbeddedPostgresException(
                        Trouble.PASSWORD_LOST,
                        "the database at " + superuser
                                + " refuses the password in its password file. Put the file back from" + " a backup.",
                        e);
            }
            return TOO_MANY_CLIENTS.equals(e.getSQLState());
        }
    }

    static void ensure(ConnectionSettings superuser) {
        try (var connection = connect(superuser);
                var statement = connection.createStatement()) {
            if (!has(connection, "select 1 from pg_roles where rolname = ?")) {
                statement.execute("create role " + NAME + " login password '" + superuser.password() + "'");
            }
            if (!has(connection, "select 1 from pg_database where datname = ?")) {
                statement.execute("create database " + NAME + " owner " + NAME);
            }
        } catch (SQLException e) {
            throw new EmbeddedPostgresException(
                    Trouble.START_FAILED,
                    "the database " + NAME + " could not be made at " + superuser + ": " + e.getMessage()
                            + ". Start again.",
                    e);
        }
    }

    private static boolean has(Connection connection, String question) throws SQLException {
        try (var query = connection.prepareStatement(question)) {
            query.setString(1, NAME);
            try (var rows = query.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static Connection connect(ConnectionSettings settings) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", settings.user());
        properties.setProperty("password", settings.password());
        properties.setProperty("loginTimeout", SECONDS_TO_ANSWER);
        return DriverManager.getConnection(settings.jdbcUrl(), properties);
    }
}
