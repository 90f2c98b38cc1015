package dev.gotgan.catalog.postgres.embedded;

import dev.gotgan.catalog.postgres.embedded.EmbeddedPostgresException.Trouble;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// One server a home: held from start to stop, given back by the kernel when the process dies.
///
/// The file's text says who holds it. It is for the reader of an error and decides nothing.
final class HomeLock implements AutoCloseable {
    /* The kernel's lock belongs to the process, and closing any handle on the file gives it back. A second attempt in
    this process must therefore be refused before it opens the file. */
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private HomeLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    static HomeLock take(Home home) {
        var file = home.lock();
        if (!HELD_HERE.add(file)) {
            throw held(home, "this very process");
        }
        var done = false;
        try {
            var channel = Home.attempt(file, () -> openAndLock(home, file));
            done = true;
            return new HomeLock(file, channel);
        } finally {
            if (!done) {
                HELD_HERE.remove(file);
            }
        }
    }

    private static FileChannel openAndLock(Home home, Path file) throws IOException {
        var channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() == null) {
                throw held(home, Files.readString(file).strip());
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(thisProcess().getBytes(StandardCharsets.UTF_8)), 0);
            return channel;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static String thisProcess() {
        var process = ProcessHandle.current();
        var since = process.info().startInstant().map(start -> ", running since " + start);
        return "process " + process.pid() + since.orElse("") + "\n";
    }

    private static EmbeddedPostgresException held(Home home, String holder) {
        return new EmbeddedPostgresException(
                Trouble.HOME_HELD,
                home.folder() + " is in use by " + (holder.isEmpty() ? "another process" : holder)
                        + ". Stop that server first, or give this one another data folder.");
    }

    @Override
    public void close() {
        try {
            Home.attempt(file, () -> {
                channel.close();
                return file;
            });
        } finally {
            HELD_HERE.remove(file);
        }
    }
}
