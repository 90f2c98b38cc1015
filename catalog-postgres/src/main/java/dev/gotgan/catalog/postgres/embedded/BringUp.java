package dev.gotgan.catalog.postgres.embedded;

import dev.gotgan.catalog.postgres.embedded.EmbeddedPostgresException.Trouble;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// From whatever a home holds to a server that answers: the one that outlived its parent, or a new one.
record BringUp(Home home, Binaries binaries, Unprivileged unprivileged, Password password) {
    private static final Logger LOG = LoggerFactory.getLogger(BringUp.class);
    /* Crash recovery replays at most max_wal_size; this is far more than it needs on a slow disk. */
    private static final Duration READY = Duration.ofMinutes(5);
    /* The children of a killed postmaster notice and leave; until then its shared memory refuses a new one. */
    private static final Duration ORPHANS_LEAVE = Duration.ofSeconds(15);
    private static final int ATTEMPTS = 5;
    private static final long LOG_LIMIT = 10L << 20;

    /// Each attempt looks again at what is there: a postmaster that a killed server had just launched may have
    /// won.
    Postmaster run() {
        for (var attempt = 1; ; attempt++) {
            var adopted = adopt();
            if (adopted.isPresent()) {
                return adopted.get();
            }
            var mark = logSize();
            var postmaster = launch(Port.freeFor(home).number());
            if (isReadyOrStopped(postmaster)) {
                return postmaster;
            }
            var said = logSince(mark);
            if (attempt == ATTEMPTS || !mayPass(said)) {
                throw new EmbeddedPostgresException(
                        Trouble.START_FAILED, "PostgreSQL did not start in " + home.folder() + ". It said: " + said);
            }
        }
    }

    ConnectionSettings superuserAt(int port) {
        return new ConnectionSettings(port, "postgres", InitialCluster.SUPERUSER, password.text());
    }

    private Optional<Postmaster> adopt() {
        var left = PidFile.find(home);
        if (left.isEmpty()) {
            return Optional.empty();
        }
        var pidFile = left.get();
        if (!pidFile.isAlive()) {
            pidFile.disown();
            return Optional.empty();
        }
        var orphan = new Postmaster(pidFile.pid(), pidFile.port());
        if (pidFile.runs(Path.of(binaries.program("postgres"))) && isReady(orphan)) {
            LOG.info("Took over the running PostgreSQL of {} (process {})", home.folder(), orphan.pid());
            return Optional.of(orphan);
        }
        LOG.info("Stopping a running PostgreSQL of {} (process {}) to start anew", home.folder(), orphan.pid());
        stop(orphan);
        return Optional.empty();
    }

    private boolean isReadyOrStopped(Postmaster postmaster) {
        var ready = false;
        try {
            ready = isReady(postmaster);
        } finally {
            if (!ready) {
                stop(postmaster);
            }
        }
        return ready;
    }

    void stop(Postmaster postmaster) {
        postmaster.stop(home, binaries, unprivileged);
    }

    private Postmaster launch(int port) {
        return Home.attempt(home.log(), () -> {
            /* Its own session: Ctrl-C in a terminal must not stop the database before the server has let go of it. */
            var own = Command.isOnPath("setsid") ? List.of("setsid") : List.<String>of();
            var process = new Command(
                            binaries.program("postgres"), "-D", home.data().toString(), "-p", String.valueOf(port))
                    .after(unprivileged.prefix())
                    .after(own)
                    .in(home.folder())
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(home.log().toFile()))
                    .start();
            process.getOutputStream().close();
            return new Postmaster(process.pid(), port);
        });
    }

    /// Waits as long as it lives. The status alone could be the last word of the one before, so the pid must
    /// agree.
    private boolean isReady(Postmaster postmaster) {
        var superuser = superuserAt(postmaster.port());
        return Postmaster.within(READY, () -> !postmaster.isAlive() || saysReady(postmaster))
                && postmaster.isAlive()
                && Postmaster.within(
                        Duration.ofSeconds(10), () -> !postmaster.isAlive() || OwnDatabase.answers(superuser))
                && postmaster.isAlive();
    }

    private boolean saysReady(Postmaster postmaster) {
        return PidFile.find(home)
                .filter(file -> file.pid() == postmaster.pid() && file.isReady())
                .isPresent();
    }

    /// Failures that another port, another look or a moment's patience cures.
    private boolean mayPass(String said) {
        if (said.contains("could not create any TCP/IP sockets")
                || said.contains("\"postmaster.pid\" already exists")) {
            return true;
        }
        return said.contains("pre-existing shared memory block")
                && Postmaster.within(ORPHANS_LEAVE, () -> !anybodyWorksIn(home.data()));
    }

    private static boolean anybodyWorksIn(Path folder) {
        return ProcessHandle.allProcesses().anyMatch(process -> {
            try {
                return PidFile.isAlive(process.pid())
                        && Files.isSameFile(Path.of("/proc", String.valueOf(process.pid()), "cwd"), folder);
            } catch (IOException e) {
                return false;
            }
        });
    }

    private long logSize() {
        return Home.attempt(home.log(), () -> {
            var log = home.log();
            if (Files.exists(log) && Files.size(log) > LOG_LIMIT) {
                Home.moveInto(log, log.resolveSibling("postgres.log.1"));
            }
            return Files.exists(log) ? Files.size(log) : 0L;
        });
    }

    private String logSince(long mark) {
        return Home.attempt(home.log(), () -> {
            try (var log = Files.newByteChannel(home.log())) {
                var tail = ByteBuffer.allocate(8192);
                log.position(mark).read(tail);
                return new String(tail.array(), 0, tail.position(), StandardCharsets.UTF_8).strip();
            }
        });
    }
}
