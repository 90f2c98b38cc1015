package dev.gotgan.engine.commit;

import dev.gotgan.engine.content.FileEntry;
import dev.gotgan.engine.content.LogicalPath;

/// What a session wants of one path.
public sealed interface Change {
    LogicalPath path();

    /// The path shall hold this content.
    record Put(FileEntry file) implements Change {
        @Override
        public LogicalPath path() {
            return file.path();
        }
    }

    /// The path shall be gone.
    record Remove(LogicalPath path) implements Change {}
}
