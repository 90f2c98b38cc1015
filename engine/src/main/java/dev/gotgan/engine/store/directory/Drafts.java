package dev.gotgan.engine.store.directory;

import dev.gotgan.engine.content.ContentSource;
import dev.gotgan.engine.content.Sha256;
import dev.gotgan.engine.store.Key;
import dev.gotgan.engine.store.StoreException;
import dev.gotgan.engine.store.disk.Durability;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/// Writes whole files aside, so that nobody ever sees half of one. An `IOException` is the disk's; a source's own comes
/// as an `UncheckedIOException`.
final class Drafts {
    /// Up to here a content is hashed in memory first, and a wrong one never touches the disk.
    private static final int SMALL = 256 << 10;

    private static final int BUFFER = 128 << 10;
    /// How coarse the times of a file system may be, in nanoseconds: ext4 and XFS, NTFS, …, FAT.
    private static final long[] GRAINS = {1, 100, 1_000, 1_000_000, 1_000_000_000, 2_000_000_000};

    private final Path folder;
    private final Durability durability;
    private final AtomicLong numbers = new AtomicLong();

    Drafts(Path folder, Durability durability) {
        this.folder = folder;
        this.durability = durability;
    }

    /// @throws StoreException.Mismatch the source is not `length` bytes long or does not hash to `sha256`
    Draft receive(Key key, Sha256 sha256, long length, ContentSource source) throws IOException {
        try (var in = open(source)) {
            if (length > SMALL) {
                return write(file -> stream(in, file, key, sha256, length));
            }
            byte[] bytes = new byte[(int) length + 1];
            int n = read(in, bytes);
            if (n != length || !hash(bytes, n).equals(sha256)) {
                throw new StoreException.Mismatch(key);
            }
            return write(file -> writeFully(file, bytes, n));
        }
    }

    /// A copy of what `from` holds, made inside the kernel where that can.
    Draft copy(FileChannel from) throws IOException {
        return write(file -> {
            long done = 0;
            for (long n = 1; n > 0; done += n) {
                n = from.transferTo(done, Long.MAX_VALUE - done, file);
            }
        });
    }

    /// The same draft with a time later than `modified`, as little later as the file system can tell.
    Draft later(Draft draft, long modified) throws IOException {
        for (long grain : GRAINS) {
            Files.setLastModifiedTime(draft.file(), FileTime.from(modified + grain, TimeUnit.NANOSECONDS));
            var stamp = FileStamp.of(draft.file());
            if (stamp.modified() > modified) {
                try (var file = FileChannel.open(draft.file(), StandardOpenOption.WRITE)) {
                    durability.written(file);
                }
                return new Draft(draft.file(), stamp);
            }
        }
        throw new IOException("the file system keeps no time of the last change");
    }

    @FunctionalInterface
    private interface Filling {
        void into(FileChannel file) throws IOException;
    }

    private Draft write(Filling filling) throws IOException {
        var file = folder.resolve(Long.toString(numbers.incrementAndGet(), Character.MAX_RADIX));
        boolean whole = false;
        try {
            try (var channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                filling.into(channel);
                durability.written(channel);
            }
            var draft = new Draft(file, FileStamp.of(file));
            whole = true;
            return draft;
        } finally {
            if (!whole) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static void stream(InputStream in, FileChannel file, Key key, Sha256 sha256, long length)
            throws IOException {
        var digest = Sha256.newDigest();
        var buffer = new byte[BUFFER];
        long left = length;
        for (int n = read(in, buffer); n > 0 && left >= 0; n = read(in, buffer)) {
            left -= n;
            digest.update(buffer, 0, n);
            writeFully(file, buffer, n);
        }
        if (left != 0 || !Sha256.of(digest.digest()).equals(sha256)) {
            throw new StoreException.Mismatch(key);
        }
    }

    private static Sha256 hash(byte[] bytes, int length) {
        var digest = Sha256.newDigest();
        digest.update(bytes, 0, length);
        return Sha256.of(digest.digest());
    }

    private static void writeFully(FileChannel file, byte[] bytes, int length) throws IOException {
        var left = ByteBuffer.wrap(bytes, 0, length);
        while (left.hasRemaining()) {
            file.write(left);
        }
    }

    private static InputStream open(ContentSource source) {
        try {
            return source.open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Fills `buffer` unless the end comes before; how much there was.
    private static int read(InputStream in, byte[] buffer) {
        try {
            return in.readNBytes(buffer, 0, buffer.length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
