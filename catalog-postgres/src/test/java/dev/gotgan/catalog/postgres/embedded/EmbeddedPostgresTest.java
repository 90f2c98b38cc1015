package dev.gotgan.catalog.postgres.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gotgan.catalog.postgres.embedded.EmbeddedPostgresException.Trouble;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {
    @TempDir
    Path folder;

    @Test
    void aFirstStartUnpacksAndServesAnEmptyDatabaseAndASecondKeepsRowsPortAndPassword() throws Exception {
        var home = folder.resolve("postgres");
        ConnectionSettings first;
        try (var server = EmbeddedPostgres.start(home)) {
            first = server.settings();
            assertThat(TestHome.ask(server.dataSource(), "select count(*) from pg_tables where tableowner = 'gotgan'"))
                    .isEqualTo("0");
            TestHome.execute(server.dataSource(), "create table cats as select 'Tom' as name");
        }
        assertThat(home.resolve("data/postmaster.pid")).doesNotExist();
        try (var server = EmbeddedPostgres.start(home)) {
            assertThat(server.settings()).isEqualTo(first);
            assertThat(TestHome.ask(server.dataSource(), "select name from cats"))
                    .isEqualTo("Tom");
        }
    }

    @Test
    void theSettingsAreDurableAndTheTextIsUtf8() throws Exception {
        try (var server = TestHome.start(folder);
                var connection = server.dataSource().getConnection()) {
            for (var promised : new String[] {"fsync", "synchronous_commit", "full_page_writes", "data_checksums"}) {
                assertThat(TestHome.ask(connection, "show " + promised))
                        .as(promised)
                        .isEqualTo("on");
            }
            assertThat(TestHome.ask(connection, "show server_encoding")).isEqualTo("UTF8");
            assertThat(TestHome.ask(connection, "show server_version")).isEqualTo("18.6");
            assertThat(TestHome.ask(connection, "select datlocale from pg_database where datname = 'gotgan'"))
                    .isEqualTo("C.UTF-8");
            assertThat(TestHome.ask(connection, "select upper('고양이 é')")).isEqualTo("고양이 É");
        }
    }

    @Test
    void onlyThePasswordOnlyTheLoopbackAndNoSocketLeadIn() throws Exception {
        var home = folder.resolve("postgres");
        try (var server = TestHome.start(home)) {
            var settings = server.settings();
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> DriverManager.getConnection(settings.jdbcUrl(), settings.user(), "guess")
                            .close())
                    .satisfies(refused -> assertThat(refused.getSQLState()).isEqualTo("28P01"));
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("password"))))
                    .isEqualTo("rw-------");
            assertThat(settings.toString()).doesNotContain(settings.password());
            assertThat(TestHome.ask(server.dataSource(), "select rolsuper from pg_roles where rolname = current_user"))
                    .isEqualTo("f");
            var superuser = new TestDatabase(server.superuser()).dataSource();
            assertThat(TestHome.ask(superuser, "show listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(TestHome.ask(superuser, "show unix_socket_directories")).isEmpty();
        }
    }

    @Test
    void aSecondServerOnTheSameHomeIsRefusedAndTheFirstStaysLocked() throws Exception {
        var home = folder.resolve("postgres");
        try (var server = TestHome.start(home)) {
            assertThatIsTrouble(Trouble.HOME_HELD, () -> TestHome.start(home), "this very process");
            assertThatIsTrouble(Trouble.HOME_HELD, () -> TestHome.start(home), "this very process");
            var other = HoldsPostgres.spawn(home);
            assertThat(other.inputReader().readLine()).isNull();
            assertThat(other.waitFor()).isNotZero();
            assertThat(TestHome.ask(server.dataSource(), "select 1")).isEqualTo("1");
        }
        TestHome.start(home).close();
    }

    @Test
    void whoHoldsTheHomeIsNamed() throws Exception {
        var home = folder.resolve("postgres");
        var holder = HoldsPostgres.spawn(home);
        HoldsPostgres.awaitReady(holder);
        assertThatIsTrouble(Trouble.HOME_HELD, () -> TestHome.start(home), "process " + holder.pid() + ",");
        holder.getOutputStream().close();
        assertThat(holder.waitFor()).isZero();
    }

    @Test
    void aPortThatIsTakenGivesWayToAnotherWhichIsKept() throws Exception {
        var home = folder.resolve("postgres");
        int before;
        try (var server = TestHome.start(home)) {
            before = server.settings().port();
        }
        int after;
        try (var taken = new ServerSocket(before, 1, InetAddress.getLoopbackAddress());
                var server = TestHome.start(home)) {
            after = server.settings().port();
            assertThat(after).isNotEqualTo(taken.getLocalPort());
            assertThat(TestHome.ask(server.dataSource(), "select 1")).isEqualTo("1");
        }
        try (var server = TestHome.start(home)) {
            assertThat(server.settings().port()).isEqualTo(after);
        }
    }

    @Test
    void halfAnInitdbIsClearedAway() throws Exception {
        var home = folder.resolve("postgres");
        Files.createDirectories(home.resolve("data.init/base"));
        Files.writeString(home.resolve("data.init/PG_VERSION"), "18\n");
        try (var server = TestHome.start(home)) {
            try (var left = Files.list(home)) {
                assertThat(left).noneMatch(path -> path.getFileName().toString().startsWith("data.init"));
            }
            assertThat(TestHome.ask(server.dataSource(), "select 1")).isEqualTo("1");
        }
    }

    @Test
    void halfAnUnpackingIsClearedAway() throws IOException {
        var root = folder.resolve("binaries");
        var stale = root.resolve(
                Binaries.unpackedIn(folder.resolve("elsewhere")).folder().getFileName() + ".part");
        Files.createDirectories(stale.resolve("bin"));
        var binaries = Binaries.unpackedIn(root);
        assertThat(stale).doesNotExist();
        assertThat(new Command(binaries.program("postgres"), "--version")
                        .run(root, Duration.ofSeconds(9))
                        .said())
                .startsWith("postgres (PostgreSQL) " + binaries.major() + ".");
    }

    @Test
    void dataOfAnotherMajorVersionAreLeftAlone() throws Exception {
        var home = folder.resolve("postgres");
        TestHome.start(home).close();
        Files.writeString(home.resolve("data/PG_VERSION"), "17\n");
        assertThatIsTrouble(Trouble.OTHER_VERSION, () -> TestHome.start(home), "PostgreSQL 17");
    }

    @Test
    void aLostOrForeignPasswordIsSaidAndTheHomeFreed() throws Exception {
        var home = folder.resolve("postgres");
        TestHome.start(home).close();
        var kept = Files.readString(home.resolve("password"));
        Files.delete(home.resolve("password"));
        assertThatIsTrouble(Trouble.PASSWORD_LOST, () -> TestHome.start(home), "password file");
        Files.writeString(home.resolve("password"), "guess");
        assertThatIsTrouble(Trouble.PASSWORD_LOST, () -> TestHome.start(home), "refuses the password");
        assertThat(home.resolve("data/postmaster.pid")).doesNotExist();
        Files.writeString(home.resolve("password"), kept);
        TestHome.start(home).close();
    }

    @Test
    void aBrokenClusterIsSaidInPostgresOwnWords() throws Exception {
        var home = folder.resolve("postgres");
        TestHome.start(home).close();
        Files.delete(home.resolve("data/global/pg_control"));
        assertThatIsTrouble(Trouble.START_FAILED, () -> TestHome.start(home), "could not find the database system");
    }

    private static void assertThatIsTrouble(Trouble trouble, ThrowingCallable work, String words) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        EmbeddedPostgresException.class,
                        e -> assertThat(e.trouble()).isEqualTo(trouble))
                .hasMessageStartingWith(trouble.code() + ": ")
                .hasMessageContaining(words);
    }
}
