package dev.gotgan.e2e.hostile;

import dev.gotgan.e2e.parts.Gotgan;
import dev.gotgan.e2e.parts.OwnDatabase;
import dev.gotgan.e2e.parts.RunningServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/// Looks at the server from outside: its memory in `/proc`, its rows by SQL, its bucket and its spool on disk, its
/// sockets, and an address that nobody may ever knock at.
final class Watch implements AutoCloseable {
    private static final int CANARY = 18_099;

    private final RunningServer server;
    private final OwnDatabase database;
    private final List<String> tables;
    private final ServerSocket canary;
    private final AtomicInteger knocks = new AtomicInteger();

    Watch(RunningServer server) throws IOException {
        this.server = server;
        this.database = OwnDatabase.of(server);
        this.tables = database.column("select table_name from information_schema.tables"
                + " where table_schema = 'public' and table_type = 'BASE TABLE' order by 1");
        this.canary = new ServerSocket(CANARY, 50, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().start(this::listen);
    }

    private void listen() {
        while (!canary.isClosed()) {
            try (var knock = canary.accept()) {
                knocks.addAndGet(knock.isConnected() ? 1 : 0);
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    OwnDatabase database() {
        return database;
    }

    int knocks() {
        return knocks.get();
    }

    /// How many rows each table has.
    Map<String, Long> rows() {
        var counts = new TreeMap<String, Long>();
        tables.forEach(table -> counts.put(table, database.number("select count(*) from \"" + table + "\"")));
        return counts;
    }

    /// Every key of the bucket.
    Set<String> keys() {
        return below(server.bucket());
    }

    private static Set<String> below(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Set.of();
        }
        try (var all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).map(Path::toString).collect(Collectors.toSet());
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof NoSuchFileException) {
                return below(folder); // it went away while we looked
            }
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Waits until nothing is pending, so that whatever changes from here on was changed by the next input.
    void settle() {
        for (String left : List.of(
                "select count(*) from published where pending",
                "select count(*) from upload_sessions where state = 'open'",
                "select count(*) from datasets where meta_wanted > meta_written")) {
            Gotgan.eventually(left + " is 0", () -> database.number(left) == 0);
        }
    }

    /// What uploads leave in the server's own folders.
    Set<String> spooled() {
        var left = new HashSet<String>();
        for (Path place : List.of(server.data().resolve("tmp"), server.bucket().resolve(".gotgan-tmp"))) {
            left.addAll(below(place));
        }
        return left;
    }

    /// Begins to measure the peak of memory anew.
    void forgetPeak() {
        try {
            Files.writeString(Path.of("/proc", Long.toString(server.pid()), "clear_refs"), "5");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Resident memory in MiB: `VmRSS` now, `VmHWM` at its highest.
    long mebibytes(String figure) {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(server.pid()), "status")).stream()
                    .filter(line -> line.startsWith(figure + ":"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Other ends of the server's connections that are not on this machine.
    Set<String> foreignPeers() throws IOException {
        var sockets = new HashSet<String>();
        try (var open = Files.list(Path.of("/proc", Long.toString(server.pid()), "fd"))) {
            for (var each : open.toList()) {
                try {
                    sockets.add(Files.readSymbolicLink(each).toString().replaceAll("socket:\\[(\\d+)\\]", "$1"));
                } catch (NoSuchFileException e) {
                    // closed meanwhile
                }
            }
        }
        var peers = new HashSet<String>();
        for (String table : List.of("tcp", "tcp6")) {
            for (String line : Files.readAllLines(Path.of("/proc/net", table))) {
                var columns = line.strip().split("\\s+", -1);
                boolean ours = columns.length > 9 && sockets.contains(columns[9]);
                if (ours && !columns[2].matches("(0{24}|0{16}FFFF0{4})?(0100007F|0{8}|01000000):.*")) {
                    peers.add(columns[2]);
                }
            }
        }
        return peers;
    }

    @Override
    public void close() throws IOException {
        database.close();
        canary.close();
    }
}
