package dev.gotgan.catalog.postgres.embedded;

import dev.gotgan.catalog.postgres.embedded.EmbeddedPostgresException.Trouble;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javax.sql.DataSource;

/// One real PostgreSQL for all tests of a JVM, and a database of its own for whoever asks.
///
/// ```java
/// @AutoClose static final TestDatabase DATABASE = TestPostgres.copyOf("catalog", Migrations::run); ```
///
/// The server starts with the first question (about a second and a half once in a working tree, then a third of
/// a second) and stops with the JVM. It does not wait for the disk: rows must survive a killed test no longer
/// than it.
public final class TestPostgres {
    private static final int HOMES = 9;
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final Set<String> TEMPLATES = new HashSet<>();

    private TestPostgres() {}

    /// An empty database.
    public static TestDatabase empty() {
        return create("template0");
    }

    /// A copy of what `fill` makes of an empty database; `fill` runs once a JVM for each name of `[a-z_]+`, and
    /// must have closed its connections when it returns.
    public static TestDatabase copyOf(String template, Consumer<DataSource> fill) {
        var name = "template_" + template;
        synchronized (TEMPLATES) {
            if (!TEMPLATES.contains(name)) {
                sql("create database " + name + " owner gotgan template template0");
                fill.accept(new TestDatabase(Running.SERVER.settings().withDatabase(name)).dataSource());
                TEMPLATES.add(name);
            }
        }
        return create(name);
    }

    static void drop(String database) {
        sql("drop database if exists " + database + " with (force)");
    }

    private static TestDatabase create(String template) {
        var name = "test_" + COUNT.incrementAndGet();
        sql("create database " + name + " owner gotgan template " + template);
        return new TestDatabase(Running.SERVER.settings().withDatabase(name));
    }

    private static void sql(String statement) {
        Running.sql(statement);
    }

    /// The server of this JVM, started when first touched.
    private static final class Running {
        static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            var server = inAFreeHome();
            Runtime.getRuntime().addShutdownHook(new Thread(server::close, "test-postgres-stop"));
            var superuser = server.superuser();
            sql(superuser, "alter system set fsync = off");
            sql(superuser, "alter system set full_page_writes = off");
            sql(superuser, "alter system set synchronous_commit = off");
            sql(superuser, "select pg_reload_conf()");
            for (var leftover : leftovers(superuser)) {
                sql(superuser, "drop database " + leftover + " with (force)");
            }
            return server;
        }

        /// The home stays from run to run, so that a killed run's server is taken over, not left running; a
        /// second JVM in the same module takes the next one.
        private static EmbeddedPostgres inAFreeHome() {
            for (var i = 1; ; i++) {
                try {
                    return EmbeddedPostgres.start(
                            Path.of(System.getProperty("basedir", "."), "target", "test-postgres", String.valueOf(i)));
                } catch (EmbeddedPostgresException e) {
                    if (e.trouble() != Trouble.HOME_HELD || i == HOMES) {
                        throw e;
                    }
                }
            }
        }

        private static Iterable<String> leftovers(ConnectionSettings superuser) {
            var names = new ArrayList<String>();
            try (var connection =
                            DriverManager.getConnection(superuser.jdbcUrl(), superuser.user(), superuser.password());
                    var statement = connection.createStatement();
                    var rows = statement.executeQuery(
                            "select datname from pg_database where datname ~ '^(test|template)_'")) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            return names;
        }

        static void sql(String statement) {
            sql(SERVER.superuser(), statement);
        }

        private static void sql(ConnectionSettings superuser, String text) {
            try (var connection =
                            DriverManager.getConnection(superuser.jdbcUrl(), superuser.user(), superuser.password());
                    var statement = connection.createStatement()) {
                statement.execute(text);
            } catch (SQLException e) {
                throw new IllegalStateException(text, e);
            }
        }
    }
}
