package dev.gotgan.engine.store.disk;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/// One `syncfs` for all files together: ten thousand small files cost one flush of the disk, not ten thousand.
///
/// The descriptor stays open: a write-back that failed is reported to the descriptors that were open when it did.
final class SyncFs implements Durability {
    private final LinuxCalls calls;
    private final Path root;
    private final int descriptor;
    private boolean closed;

    private SyncFs(LinuxCalls calls, Path root, int descriptor) {
        this.calls = calls;
        this.root = root;
        this.descriptor = descriptor;
    }

    /// @throws IOException the folder can't be opened
    static SyncFs of(LinuxCalls calls, Path root) throws IOException {
        return new SyncFs(calls, root, calls.openFolder(root));
    }

    @Override
    public void written(FileChannel file) {}

    @Override
    public void changed(Path folder) {}

    @Override
    public synchronized void sync() throws IOException {
        if (closed) {
            throw new ClosedChannelException(); // by now the number may be that of another file
        }
        calls.syncfs(descriptor, root);
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            calls.close(descriptor);
        }
    }
}
