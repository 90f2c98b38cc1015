package dev.gotgan.catalog.postgres.embedded;

import dev.gotgan.catalog.postgres.embedded.EmbeddedPostgresException.Trouble;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/// One running server process.
record Postmaster(long pid, int port) {
    private static final long GLANCE_MILLIS = 10;

    boolean isAlive() {
        return PidFile.isAlive(pid);
    }

    /// Stops it: clients are cut off, what is committed is written down. Twice too slow, it is stopped at once,
    /// which costs the next start a recovery and no row.
    void stop(Home home, Binaries binaries, Unprivileged unprivileged) {
        for (var mode : new String[] {"fast", "immediate"}) {
            if (!isAlive()) {
                return;
            }
            new Command(binaries.program("pg_ctl"), "stop", "--pgdata=" + home.data(), "--mode=" + mode, "--timeout=60")
                    .after(unprivileged.prefix())
                    .run(home.folder(), Duration.ofSeconds(70));
            if (within(Duration.ofSeconds(5), () -> !isAlive())) {
                return;
            }
        }
        throw new EmbeddedPostgresException(
                Trouble.STOP_FAILED,
                "PostgreSQL (process " + pid + ") does not stop. See " + home.log() + ", or end it with kill -9 " + pid
                        + ": the next start recovers every committed row.");
    }

    /// Looks again and again, until it is so or the time is up.
    static boolean within(Duration limit, BooleanSupplier isSo) {
        var end = System.nanoTime() + limit.toNanos();
        while (!isSo.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                return false;
            }
            try {
                Thread.sleep(GLANCE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }
}
