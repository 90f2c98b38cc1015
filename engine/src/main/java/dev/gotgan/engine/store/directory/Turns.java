package dev.gotgan.engine.store.directory;

import java.nio.file.Path;

/// Who changes what stands at one place takes turns: hold the place's [Turn] as a monitor from looking to renaming.
/// Places share turns, so never hold two.
final class Turns {
    private static final int COUNT = 512;

    private final Turn[] turns = new Turn[COUNT];

    Turns() {
        for (int i = 0; i < COUNT; i++) {
            turns[i] = new Turn();
        }
    }

    Turn of(Path place) {
        int hash = place.hashCode();
        return turns[(hash ^ (hash >>> 16)) & (COUNT - 1)];
    }

    static final class Turn {
        private long lastRemoved = Long.MIN_VALUE;

        /// The latest time ([FileStamp#modified]) of what was removed here: who comes after it must be later.
        long lastRemoved() {
            return lastRemoved;
        }

        void removed(FileStamp stamp) {
            lastRemoved = Math.max(lastRemoved, stamp.modified());
        }
    }
}
