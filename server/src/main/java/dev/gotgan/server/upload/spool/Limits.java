package dev.gotgan.server.upload.spool;

import dev.gotgan.server.web.problem.Code;
import dev.gotgan.server.web.problem.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// How much may come in, and what must stay free on the disk that takes it.
public final class Limits {
    private static final long RESERVE = 1L << 30;

    private final long most;
    private final long mostFiles;
    private final FreeSpace free;
    private final FreeSpace store;

    /// @param most      bytes of one upload
    /// @param mostFiles files of one upload
    /// @param free      where the spool is
    /// @param store     where the files go
    public Limits(long most, long mostFiles, FreeSpace free, FreeSpace store) {
        this.most = most;
        this.mostFiles = mostFiles;
        this.free = free;
        this.store = store;
    }

    /// Bytes that can still be written where the spool is.
    @FunctionalInterface
    public interface FreeSpace {
        long left() throws IOException;

        static FreeSpace of(Path folder) {
            return () -> Files.getFileStore(folder).getUsableSpace();
        }

        /// A bucket: nobody knows its end.
        static FreeSpace endless() {
            return () -> Long.MAX_VALUE;
        }
    }

    /// Bytes of one upload, as sent and again as they are unpacked.
    public long most() {
        return most;
    }

    /// Before the first byte.
    ///
    /// @param announced the header `Content-Length`; -1 where it is not said
    void announced(long announced) throws IOException {
        count(announced);
        room(free, Math.max(0, announced));
    }

    /// After `received` bytes.
    void count(long received) {
        if (received > most) {
            throw new Refused(
                    Code.UPLOAD_TOO_LARGE,
                    "An upload may have " + most + " bytes here (GOTGAN_UPLOAD_MAX_BYTES); split it.");
        }
    }

    /// After `received` files that came one by one.
    void countFiles(long received) {
        if (received > mostFiles) {
            throw new Refused(
                    Code.TOO_MANY_FILES,
                    "An upload may bring %,d files with the memory this server has (GOTGAN_HEAP); send it in parts."
                            .formatted(mostFiles));
        }
    }

    /// While the body comes in, of which nobody said how long it is.
    void stillRoom() throws IOException {
        room(free, 0);
    }

    /// Before `bytes` are stored, unpacked.
    public void roomInStore(long bytes) throws IOException {
        room(store, bytes);
    }

    /// Whether `more` bytes fit and the reserve stays.
    private static void room(FreeSpace place, long more) throws IOException {
        if (place.left() - RESERVE < more) {
            throw new Refused(
                    Code.INSUFFICIENT_STORAGE,
                    "The server has no room for this upload now; nothing was changed. Try again later.");
        }
    }
}
