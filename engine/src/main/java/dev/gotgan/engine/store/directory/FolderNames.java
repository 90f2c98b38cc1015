package dev.gotgan.engine.store.directory;

import dev.gotgan.engine.content.Utf8Order;
import java.nio.file.attribute.FileTime;
import java.util.Collections;
import java.util.List;

/// Some of the names in one folder, without gap from `from` on (inclusive), in the order of keys: a folder's name ends
/// in `/`, since that is how the keys below it go on. `a-b` < `a/` < `ab`.
///
/// `complete` when they go on to the folder's last name. `changes` and `modified` are the folder's from before it was
/// read.
record FolderNames(String from, List<String> names, boolean complete, int changes, FileTime modified) {
    /// The names from `start` (inclusive) on; to be asked only if [#covers] says so.
    List<String> tail(String start) {
        int at = Collections.binarySearch(names, start, Utf8Order.COMPARATOR);
        return names.subList(at < 0 ? -at - 1 : at, names.size());
    }

    boolean covers(String start) {
        return Utf8Order.compare(from, start) <= 0 && (complete || Utf8Order.compare(start, names.getLast()) <= 0);
    }

    /// Where the names after these begin.
    String next() {
        return names.getLast() + '\0';
    }
}
