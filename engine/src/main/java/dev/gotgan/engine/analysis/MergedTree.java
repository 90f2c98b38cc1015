package dev.gotgan.engine.analysis;

import dev.gotgan.engine.commit.Change;
import dev.gotgan.engine.content.FileEntry;
import dev.gotgan.engine.content.LogicalPath;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A tree with changes applied: both come in path order, one file at a time, and so does the result.
final class MergedTree {
    private final List<FileEntry> files = new ArrayList<>();
    private final Iterator<Change> changes;
    private @Nullable Change next;

    /// Changes come in path order.
    MergedTree(List<Change> changes) {
        this.changes = changes.iterator();
        advance();
    }

    private void advance() {
        next = changes.hasNext() ? changes.next() : null;
    }

    /// The base's next file in path order.
    void add(FileEntry base) {
        if (!applyUpTo(base.path())) {
            files.add(base);
        }
    }

    List<FileEntry> finish() {
        while (next != null) {
            apply(next);
            advance();
        }
        return files;
    }

    /// Whether a change replaced or removed `path` itself.
    private boolean applyUpTo(LogicalPath path) {
        var change = next;
        while (change != null && change.path().compareTo(path) < 0) {
            apply(change);
            advance();
            change = next;
        }
        if (change != null && change.path().equals(path)) {
            apply(change);
            advance();
            return true;
        }
        return false;
    }

    private void apply(Change change) {
        if (change instanceof Change.Put put) {
            files.add(put.file());
        }
    }
}
