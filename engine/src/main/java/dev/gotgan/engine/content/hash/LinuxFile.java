package dev.gotgan.engine.content.hash;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.gotgan.engine.content.Sha256;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/// Hashes small files with three calls of Linux: a channel of the JDK costs more than the hashing.
///
/// It only ever says what it has read to the end; for whatever goes wrong, and for a name that Java does
/// not hold byte for byte, the caller asks the JDK, which knows how to say why.
final class LinuxFile {
    private static final int O_CLOEXEC = 0x80000;
    private static final int BUFFER = 1 << 17;
    private static final int LONGEST_NAME = 4096;

    private final MethodHandle open;
    private final MethodHandle read;
    private final MethodHandle close;
    private final ConcurrentLinkedQueue<Room> spare = new ConcurrentLinkedQueue<>();

    private LinuxFile() {
        open = bind("open", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT), Linker.Option.firstVariadicArg(2));
        read = bind("read", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG));
        close = bind("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
    }

    /// Nothing on another system, with another C library, or where native access is denied.
    static Optional<LinuxFile> find() {
        if (!System.getProperty("os.name").equals("Linux")) {
            return Optional.empty();
        }
        try {
            return Optional.of(new LinuxFile());
        } catch (NoSuchElementException | IllegalCallerException | UnsupportedOperationException e) {
            return Optional.empty();
        }
    }

    /// A name and bytes, on their way to and from the kernel.
    private static final class Room {
        private final Arena arena = Arena.ofAuto();
        private final MemorySegment name = arena.allocate(LONGEST_NAME);
        private final MemorySegment raw = arena.allocate(BUFFER);
        private final byte[] bytes = new byte[BUFFER];
        private final MessageDigest digest = Sha256.newDigest();

        private void name(byte[] file) {
            MemorySegment.copy(file, 0, name, JAVA_BYTE, 0, file.length);
            name.set(JAVA_BYTE, file.length, (byte) 0);
        }

        private void hash(int length, @Nullable MessageDigest besides) {
            MemorySegment.copy(raw, JAVA_BYTE, 0, bytes, 0, length);
            digest.update(bytes, 0, length);
            if (besides != null) {
                besides.update(bytes, 0, length);
            }
        }
    }

    Optional<Sha256> hash(Path file) {
        return hash(file, null);
    }

    /// @param besides is told the same bytes; of no use where the answer is empty
    Optional<Sha256> hash(Path file, @Nullable MessageDigest besides) {
        String name = file.toString();
        var bytes = name.getBytes(StandardCharsets.UTF_8);
        if (bytes.length >= LONGEST_NAME || name.indexOf('\uFFFD') >= 0) {
            return Optional.empty();
        }
        var kept = spare.poll();
        var room = kept == null ? new Room() : kept;
        room.name(bytes);
        try {
            int descriptor = (int) open.invokeExact(room.name, O_CLOEXEC);
            if (descriptor < 0) {
                return Optional.empty();
            }
            try {
                return toTheEnd(descriptor, room, besides);
            } finally {
                int ignored = (int) close.invokeExact(descriptor);
            }
        } catch (Throwable e) {
            throw new IllegalStateException(e); // a method handle declares it, the calls throw nothing
        } finally {
            room.digest.reset();
            spare.add(room);
        }
    }

    private Optional<Sha256> toTheEnd(int descriptor, Room room, @Nullable MessageDigest besides) throws Throwable {
        long n = (long) read.invokeExact(descriptor, room.raw, (long) BUFFER);
        while (n > 0) {
            room.hash((int) n, besides);
            n = (long) read.invokeExact(descriptor, room.raw, (long) BUFFER);
        }
        return n < 0 ? Optional.empty() : Optional.of(Sha256.of(room.digest.digest()));
    }

    @SuppressWarnings("restricted") // the signatures above are those of the manual pages
    private static MethodHandle bind(String name, FunctionDescriptor signature, Linker.Option... options) {
        var linker = Linker.nativeLinker();
        return linker.downcallHandle(linker.defaultLookup().findOrThrow(name), signature, options);
    }
}
