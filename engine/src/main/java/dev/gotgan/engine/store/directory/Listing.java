package dev.gotgan.engine.store.directory;

import dev.gotgan.engine.content.Utf8Order;
import dev.gotgan.engine.store.Key;
import dev.gotgan.engine.store.StoredObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One page of a listing: a walk through the tree in the order of whole keys, which begins at the page's first key and
/// ends with its last.
final class Listing {
    private static final int KEY_BYTES = 1024;

    private final NameReader names;
    private final String prefix;
    private final @Nullable Key after;
    private final int limit;
    private final List<StoredObject> page = new ArrayList<>();

    Listing(NameReader names, String prefix, @Nullable Key after, int limit) {
        this.names = names;
        this.prefix = prefix;
        this.after = after;
        this.limit = limit;
    }

    /// `folder` is the deepest whose keys can begin with the prefix, and `its` is how they begin, with a `/` at the end
    /// unless it is the root.
    List<StoredObject> of(Path folder, String its) throws IOException {
        walk(folder, its);
        return page;
    }

    private void walk(Path folder, String its) throws IOException {
        var start = start(its);
        while (start != null && page.size() < limit) {
            var found = names.find(folder, start);
            if (found.isEmpty()) {
                return;
            }
            for (var name : found.get().tail(start)) {
                var key = its + name;
                if (page.size() == limit || isBeyondPrefix(key)) {
                    return;
                }
                if (name.endsWith("/")) {
                    walk(folder.resolve(name), key);
                } else {
                    add(folder.resolve(name), key);
                }
            }
            start = found.get().complete() ? null : found.get().next();
        }
    }

    /// The first name in the folder that can matter; null if none can.
    private @Nullable String start(String its) {
        var first = prefix.startsWith(its) ? prefix.substring(its.length()) : "";
        if (after == null || Utf8Order.compare(after.value(), its) <= 0) {
            return first;
        }
        if (!after.value().startsWith(its)) {
            return null;
        }
        var rest = after.value().substring(its.length());
        int slash = rest.indexOf('/');
        var next = slash < 0 ? rest + '\0' : rest.substring(0, slash + 1);
        return Utf8Order.compare(first, next) > 0 ? first : next;
    }

    private boolean isBeyondPrefix(String key) {
        return !key.startsWith(prefix) && Utf8Order.compare(key, prefix) > 0;
    }

    private void add(Path place, String key) throws IOException {
        if (key.getBytes(StandardCharsets.UTF_8).length > KEY_BYTES) {
            return;
        }
        var file = Tree.findFile(place);
        if (file.isPresent()) {
            page.add(FileStamp.of(file.get()).at(new Key(key)));
        }
    }
}
