package dev.gotgan.engine.store.disk;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// For systems without `syncfs`: each file as it is written, each folder that changed when asked.
public final class FsyncEach implements Durability {
    private final Set<Path> changed = new HashSet<>();
    private boolean closed;

    @Override
    public void written(FileChannel file) throws IOException {
        file.force(true);
    }

    @Override
    public void changed(Path folder) {
        synchronized (changed) {
            changed.add(folder);
        }
    }

    @Override
    public void sync() throws IOException {
        List<Path> folders;
        synchronized (changed) {
            if (closed) {
                throw new ClosedChannelException();
            }
            folders = List.copyOf(changed);
            changed.clear();
        }
        for (Path folder : folders) {
            force(folder);
        }
    }

    private static void force(Path folder) throws IOException {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (NoSuchFileException e) {
            return; // removed since; its parent changed then and is on the list
        }
    }

    @Override
    public void close() {
        synchronized (changed) {
            closed = true;
        }
    }
}
