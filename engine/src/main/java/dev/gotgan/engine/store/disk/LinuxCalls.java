package dev.gotgan.engine.store.disk;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.NoSuchElementException;
import java.util.Optional;

/// The calls of Linux that the JDK has no word for. The numbers are those of x86-64, ARM and RISC-V alike.
final class LinuxCalls {
    private static final int AT_FDCWD = -100;
    private static final int RENAME_NOREPLACE = 1;
    private static final int O_CLOEXEC = 0x80000;
    private static final int ENOENT = 2;
    private static final int EBADF = 9;
    private static final int EEXIST = 17;

    private static final StructLayout STATE = Linker.Option.captureStateLayout();
    private static final VarHandle ERRNO = STATE.varHandle(PathElement.groupElement("errno"));

    private final MethodHandle renameat2 =
            bind("renameat2", FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT, ADDRESS, JAVA_INT));
    private final MethodHandle syncfs = bind("syncfs", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
    private final MethodHandle close = bind("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
    private final MethodHandle open =
            bind("open", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT), Linker.Option.firstVariadicArg(2));

    private LinuxCalls() {}

    /// Nothing on another system, with a C library that lacks one of the calls, or where native access is denied.
    static Optional<LinuxCalls> find() {
        if (!System.getProperty("os.name").equals("Linux")) {
            return Optional.empty();
        }
        try {
            return Optional.of(new LinuxCalls());
        } catch (NoSuchElementException | IllegalCallerException | UnsupportedOperationException e) {
            return Optional.empty();
        }
    }

    /// @throws FileAlreadyExistsException something is at `to`
    /// @throws NoSuchFileException        `from` or the folder of `to` is not there
    void renameToFree(Path from, Path to) throws IOException {
        try (var arena = Arena.ofConfined()) {
            var state = arena.allocate(STATE);
            var source = arena.allocateFrom(from.toString());
            var target = arena.allocateFrom(to.toString());
            int answer = (int) renameat2.invokeExact(state, AT_FDCWD, source, AT_FDCWD, target, RENAME_NOREPLACE);
            check(answer, state, to);
        } catch (Throwable e) {
            throw asIs(e);
        }
    }

    /// A descriptor for [#syncfs]; it notices every failed write-back from now on.
    int openFolder(Path folder) throws IOException {
        try (var arena = Arena.ofConfined()) {
            var state = arena.allocate(STATE);
            var name = arena.allocateFrom(folder.toString());
            int descriptor = (int) open.invokeExact(state, name, O_CLOEXEC);
            check(descriptor, state, folder);
            return descriptor;
        } catch (Throwable e) {
            throw asIs(e);
        }
    }

    /// Writes everything of the descriptor's file system to the disk, names too, and empties the disk's cache.
    void syncfs(int descriptor, Path folder) throws IOException {
        try (var arena = Arena.ofConfined()) {
            var state = arena.allocate(STATE);
            int answer = (int) syncfs.invokeExact(state, descriptor);
            check(answer, state, folder);
        } catch (Throwable e) {
            throw asIs(e);
        }
    }

    /// Whether the kernel knows [#syncfs] and no sandbox forbids it: then it only minds the descriptor.
    boolean maySync() {
        try (var arena = Arena.ofConfined()) {
            var state = arena.allocate(STATE);
            int answer = (int) syncfs.invokeExact(state, -1);
            return answer < 0 && (int) ERRNO.get(state, 0L) == EBADF;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    void close(int descriptor) {
        try (var arena = Arena.ofConfined()) {
            int ignored = (int) close.invokeExact(arena.allocate(STATE), descriptor);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private static void check(int answer, MemorySegment state, Path path) throws IOException {
        if (answer >= 0) {
            return;
        }
        int errno = (int) ERRNO.get(state, 0L);
        throw switch (errno) {
            case EEXIST -> new FileAlreadyExistsException(path.toString());
            case ENOENT -> new NoSuchFileException(path.toString());
            default -> new FileSystemException(path.toString(), null, ErrorText.of(errno));
        };
    }

    /// A method handle throws `Throwable`; ours throw what [#check] throws.
    private static IOException asIs(Throwable e) {
        if (e instanceof IOException known) {
            return known;
        }
        throw new IllegalStateException(e);
    }

    @SuppressWarnings("restricted") // the signatures above are those of the manual pages
    private static MethodHandle bind(String name, FunctionDescriptor signature, Linker.Option... options) {
        var linker = Linker.nativeLinker();
        var all = new Linker.Option[options.length + 1];
        System.arraycopy(options, 0, all, 0, options.length);
        all[options.length] = Linker.Option.captureCallState("errno");
        return linker.downcallHandle(linker.defaultLookup().findOrThrow(name), signature, all);
    }
}
