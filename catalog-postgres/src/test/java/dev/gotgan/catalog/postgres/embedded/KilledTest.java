package dev.gotgan.catalog.postgres.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gotgan.catalog.postgres.embedded.EmbeddedPostgresException.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledTest {
    @TempDir
    Path folder;

    @Test
    void aKilledServerLeavesThePostmasterToTheNextWhichStopsIt() throws Exception {
        var home = folder.resolve("postgres");
        var postmaster = killedChildsPostmaster(home);
        try (var server = TestHome.start(home)) {
            assertThat(server.pid()).isEqualTo(postmaster);
            assertThat(TestHome.ask(server.dataSource(), "select name from cats"))
                    .isEqualTo("committed");
        }
        assertThat(PidFile.isAlive(postmaster)).isFalse();
    }

    @Test
    void whenServerAndPostmasterAreKilledTheCommittedRowsComeBack() throws Exception {
        var home = folder.resolve("postgres");
        var postmaster = killedChildsPostmaster(home);
        kill(postmaster);
        try (var server = TestHome.start(home)) {
            assertThat(server.pid()).isNotEqualTo(postmaster);
            assertThat(TestHome.ask(server.dataSource(), "select name from cats"))
                    .isEqualTo("committed");
        }
    }

    @Test
    void aPostmasterOfOtherBinariesIsReplacedNotAdopted() throws Exception {
        var home = folder.resolve("postgres");
        var postmaster = killedChildsPostmaster(home);
        var old = Files.createDirectories(home.resolve("binaries/1.2.3-of-old"));
        try (var server = EmbeddedPostgres.start(home)) {
            assertThat(PidFile.isAlive(postmaster)).isFalse();
            assertThat(TestHome.ask(server.dataSource(), "select name from cats"))
                    .isEqualTo("committed");
            assertThat(old).doesNotExist();
        }
    }

    @Test
    void aKilledPostmasterComesBackUnderALivingServer() throws Exception {
        try (var server = TestHome.start(folder)) {
            var settings = server.settings();
            TestHome.execute(server.dataSource(), "create table cats as select 'Tom' as name");
            var killed = server.pid();
            kill(killed);
            server.ensureRunning();
            assertThat(server.pid()).isNotEqualTo(killed);
            assertThat(server.settings()).isEqualTo(settings);
            assertThat(TestHome.ask(server.dataSource(), "select name from cats"))
                    .isEqualTo("Tom");
        }
    }

    @Test
    void theDataSourceBringsAKilledPostmasterBackItself() throws Exception {
        try (var server = TestHome.start(folder)) {
            TestHome.execute(server.dataSource(), "create table cats as select 'Tom' as name");
            kill(server.pid());
            assertThat(TestHome.ask(server.dataSource(), "select name from cats"))
                    .isEqualTo("Tom");
        }
    }

    @Test
    void askingALivingServerToRunChangesNothingAndAClosedOneIsNotRevived() throws Exception {
        var server = TestHome.start(folder);
        try (server;
                var connection = server.dataSource().getConnection()) {
            var pid = server.pid();
            server.ensureRunning();
            assertThat(server.pid()).isEqualTo(pid);
            assertThat(connection.isValid(1)).isTrue();
        }
        server.close();
        assertThatThrownBy(server::ensureRunning).hasMessageStartingWith(Trouble.CLOSED.code());
        assertThatThrownBy(() -> server.dataSource().getConnection()).hasMessageStartingWith(Trouble.CLOSED.code());
    }

    @Test
    void aServerWithoutAPlaceLeftIsBusyNotDead() throws Exception {
        try (var server = TestHome.start(folder)) {
            var pid = server.pid();
            var superuser = new TestDatabase(server.superuser()).dataSource();
            var guests = new ArrayList<Connection>();
            assertThatThrownBy(() -> {
                        while (guests.size() < 100) {
                            guests.add(superuser.getConnection());
                        }
                    })
                    .hasMessageContaining("too many clients");
            server.ensureRunning();
            assertThat(server.pid()).isEqualTo(pid);
            for (var guest : guests) {
                guest.close();
            }
        }
    }

    @Test
    void aZombiePostmasterIsNotTakenForALivingOne() throws Exception {
        var parent = new ProcessBuilder("sh", "-c", "sleep 1 & echo $!; exec sleep 600").start();
        try {
            var zombie = Long.parseLong(parent.inputReader().readLine());
            assertThat(Postmaster.within(Duration.ofSeconds(9), () -> !PidFile.isAlive(zombie)))
                    .isTrue();
            assertThat(Path.of("/proc", String.valueOf(zombie))).exists();
            startsDespitePidFileOf(zombie);
        } finally {
            parent.destroyForcibly();
        }
    }

    @Test
    void aStrangerWithThePostmastersOldPidIsNotTakenForIt() throws Exception {
        startsDespitePidFileOf(ProcessHandle.current().pid());
    }

    private void startsDespitePidFileOf(long pid) throws Exception {
        var home = folder.resolve("postgres");
        var file = home.resolve("data/postmaster.pid");
        List<String> left;
        try (var server = TestHome.start(home)) {
            left = Files.readAllLines(file);
            left.set(0, String.valueOf(pid));
            assertThat(server.pid()).isNotEqualTo(pid);
        }
        Files.write(file, left);
        try (var server = TestHome.start(home)) {
            assertThat(TestHome.ask(server.dataSource(), "select 1")).isEqualTo("1");
        }
    }

    private static long killedChildsPostmaster(Path home) throws IOException, InterruptedException {
        var child = HoldsPostgres.spawn(home);
        var postmaster = HoldsPostgres.awaitReady(child);
        child.destroyForcibly().waitFor();
        assertThat(PidFile.isAlive(postmaster)).isTrue();
        return postmaster;
    }

    private static void kill(long pid) throws Exception {
        assertThat(TestHome.process(pid).destroyForcibly()).isTrue();
        assertThat(Postmaster.within(Duration.ofMinutes(1), () -> !PidFile.isAlive(pid)))
                .isTrue();
    }
}
