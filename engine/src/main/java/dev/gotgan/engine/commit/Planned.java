package dev.gotgan.engine.commit;

import dev.gotgan.engine.content.FileEntry;
import dev.gotgan.engine.content.LogicalPath;
import dev.gotgan.engine.store.Key;

/// What must happen to one path before its session may commit.
public sealed interface Planned {
    LogicalPath path();

    /// The head already has it so: nothing is done, the path takes no part in the commit.
    record Unchanged(LogicalPath path) implements Planned {}

    /// It will be removed.
    record Removal(LogicalPath path) implements Planned {}

    /// A durable copy holds the content already; the session pins it.
    record Present(FileEntry file) implements Planned {
        @Override
        public LogicalPath path() {
            return file.path();
        }
    }

    /// Its bytes go to `key`, by [dev.gotgan.engine.store.ObjectStore#create]. Several paths of one content
    /// share a
    /// staged key: it is written once. A direct key is the live one.
    record Upload(FileEntry file, Key key, Target target) implements Planned {
        @Override
        public LogicalPath path() {
            return file.path();
        }
    }

    /// Where an upload goes: straight to the live tree, or to a history key that the publisher copies from.
    enum Target {
        DIRECT,
        STAGED
    }
}
