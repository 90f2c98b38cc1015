package dev.gotgan.catalog.postgres.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/// The `postmaster.pid` that PostgreSQL keeps in a running cluster, read together with what the kernel knows of
/// that process.
record PidFile(Path file, List<String> lines) {
    private static final int PORT_LINE = 3;
    private static final int STATUS_LINE = 7;
    /* Greater than any pid a kernel gives, so nobody's. */
    private static final String NOBODY = String.valueOf(Integer.MAX_VALUE);

    static Optional<PidFile> find(Home home) {
        var file = home.data().resolve("postmaster.pid");
        return Home.attempt(file, () -> {
            try {
                return Optional.of(new PidFile(file, Files.readAllLines(file)));
            } catch (NoSuchFileException e) {
                return Optional.empty();
            }
        });
    }

    long pid() {
        return number(0);
    }

    int port() {
        return (int) number(PORT_LINE);
    }

    boolean isReady() {
        return lines.size() > STATUS_LINE && lines.get(STATUS_LINE).strip().equals("ready");
    }

    /// Whether the process lives and is the postgres of this very cluster, not a stranger with a reused pid.
    boolean isAlive() {
        return isAlive(pid()) && worksIn(folder());
    }

    /// Whether it runs this program, not the one of an earlier version.
    boolean runs(Path program) {
        try {
            return Files.isSameFile(process().resolve("exe"), program);
        } catch (IOException e) {
            return false;
        }
    }

    /// Makes PostgreSQL see that the process is gone.
    ///
    /// It only asks whether the pid exists, and is mistaken about a zombie that nobody reaps and about a
    /// stranger that got the same pid. Only the first line changes: the shared-memory line stays and still
    /// refuses to start beside living children of the dead postmaster.
    void disown() {
        Home.attempt(file, () -> {
            var text = NOBODY + "\n" + String.join("\n", lines.subList(Math.min(1, lines.size()), lines.size())) + "\n";
            return Files.writeString(file, text, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.SYNC);
        });
    }

    /// Alive as a person means it: a zombie is dead.
    static boolean isAlive(long pid) {
        try {
            var stat = Files.readString(Path.of("/proc", String.valueOf(pid), "stat"));
            /* "pid (name) state …", and the name may hold anything. */
            var state = stat.charAt(stat.lastIndexOf(')') + 2);
            return state != 'Z' && state != 'X';
        } catch (IOException e) {
            return false;
        }
    }

    private boolean worksIn(Path folder) {
        try {
            return Files.isSameFile(process().resolve("cwd"), folder);
        } catch (IOException e) {
            return false;
        }
    }

    private Path folder() {
        return file.resolveSibling("");
    }

    private Path process() {
        return Path.of("/proc", String.valueOf(pid()));
    }

    private long number(int line) {
        var text = line < lines.size() ? lines.get(line).strip() : "";
        return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : 0;
    }
}
