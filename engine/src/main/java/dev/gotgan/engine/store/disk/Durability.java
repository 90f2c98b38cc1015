package dev.gotgan.engine.store.disk;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/// How what was written to a file system comes to outlive a loss of power. It is told of every write and change of a
/// name before that is acknowledged, and asked by [Settling].
public sealed interface Durability permits SyncFs, FsyncEach {
    /// The best there is for `root` and all below it.
    static Durability of(Path root) throws IOException {
        var calls = LinuxCalls.find().filter(LinuxCalls::maySync);
        return calls.isPresent() ? SyncFs.of(calls.get(), root) : new FsyncEach();
    }

    /// `file` has all its bytes, and its time.
    void written(FileChannel file) throws IOException;

    /// A name in `folder` was added, taken over or removed.
    void changed(Path folder);

    /// Returns when all that it was told of is on the disk.
    ///
    /// @throws IOException some of what was written since the last call may be lost, whoever wrote it
    void sync() throws IOException;

    /// From now on [#sync] fails.
    void close();
}
