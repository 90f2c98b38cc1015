package dev.gotgan.engine.store.directory;

import dev.gotgan.engine.store.disk.Durability;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicIntegerArray;

/// Hears of every name that this store adds to a folder or removes, before that is acknowledged; so who remembers what
/// a folder holds knows when he is wrong.
final class Changes {
    private static final int STRIPES = 1024;

    private final AtomicIntegerArray counts = new AtomicIntegerArray(STRIPES);
    private final Durability durability;

    Changes(Durability durability) {
        this.durability = durability;
    }

    void note(Path folder) {
        counts.incrementAndGet(stripe(folder));
        durability.changed(folder);
    }

    /// Another number than before if a name in `folder` (or in one that shares its stripe) came or went meanwhile.
    int count(Path folder) {
        return counts.get(stripe(folder));
    }

    private static int stripe(Path folder) {
        int hash = folder.hashCode();
        return (hash ^ (hash >>> 16)) & (STRIPES - 1);
    }
}
