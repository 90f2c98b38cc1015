package dev.gotgan.e2e.durable;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.gotgan.e2e.parts.Gotgan;
import dev.gotgan.e2e.parts.RunningServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// `strace` beside a running server. What it saw comes in the order in which calls began and ended.
final class Strace implements AutoCloseable {
    private static final Pattern LINE = Pattern.compile("(\\d+) +(.*)");
    private static final Pattern RESUMED = Pattern.compile("<\\.\\.\\. (\\w+) resumed>(.*)");

    private final Process process;
    private final Path seen;
    private final Path said;

    private Strace(Process process, Path seen, Path said) {
        this.process = process;
        this.seen = seen;
        this.said = said;
    }

    /// Attached to every thread of `server`; the test is left out, saying why, where that is not allowed.
    static Strace of(RunningServer server, String calls) throws IOException {
        var seen = server.data().resolveSibling("strace.txt");
        var said = server.data().resolveSibling("strace.err");
        var command = List.of(
                "strace",
                "-f",
                "-y",
                "-s",
                "120",
                "-e",
                "trace=" + calls,
                "-o",
                seen.toString(),
                "-p",
                Long.toString(server.pid()));
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
        } catch (IOException e) {
            assumeTrue(false, "there is no strace on this machine: " + e.getMessage());
            throw e;
        }
        var strace = new Strace(process, seen, said);
        Gotgan.eventually("strace is attached, or says why not", () -> !process.isAlive() || strace.said("attached"));
        assumeTrue(process.isAlive(), () -> "this machine lets nobody trace: " + strace.said());
        return strace;
    }

    private boolean said(String word) {
        return said().contains(word);
    }

    private String said() {
        try {
            return Files.readString(said);
        } catch (IOException e) {
            return "";
        }
    }

    /// A call of one thread.
    ///
    /// @param text  name, arguments, result
    /// @param begun its place among all beginnings and ends
    /// @param ended likewise
    record Call(String text, int begun, int ended) {}

    /// Ends the tracing and gives what was seen, in the order in which calls ended.
    List<Call> calls() throws IOException {
        close();
        var open = new HashMap<String, Call>();
        var calls = new ArrayList<Call>();
        int at = 0;
        for (String line : Files.readAllLines(seen)) {
            at++;
            var parts = LINE.matcher(line);
            if (!parts.matches()) {
                continue;
            }
            String thread = parts.group(1);
            String text = parts.group(2);
            var resumed = RESUMED.matcher(text);
            if (text.endsWith("<unfinished ...>")) {
                open.put(thread, new Call(text, at, at));
            } else if (resumed.matches()) {
                var begun = open.remove(thread);
                if (begun != null) {
                    calls.add(new Call(begun.text() + resumed.group(2), begun.begun(), at));
                }
            } else {
                calls.add(new Call(text, at, at));
            }
        }
        return calls;
    }

    /// Lets the server go on by itself.
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
