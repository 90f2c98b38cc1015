package dev.gotgan.engine.direct;

import dev.gotgan.engine.store.Key;
import dev.gotgan.engine.store.ObjectStore;
import dev.gotgan.engine.store.StoredObject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Looks at many keys by listing what is around them.
///
/* A thousand objects cost one request and not a thousand. Keys of one top folder are listed from the first of them to the
last; where too many others lie between them, the listing ends early, and what it did not reach is asked for one by one. */
final class LookByListing implements Look {
    private static final int PAGE = 1000;
    /// A page has to tell of so many keys on average, or it is not worth its price.
    private static final int WORTH = 50;

    private final ObjectStore store;
    private final Map<Key, StoredObject> found = new HashMap<>();
    private final Map<String, Key> reached = new HashMap<>();

    LookByListing(ObjectStore store, Collection<Key> keys) {
        this.store = store;
        keys.stream()
                .sorted()
                .collect(Collectors.groupingBy(LookByListing::top))
                .forEach(this::list);
    }

    private static String top(Key key) {
        return key.value().substring(0, key.value().indexOf('/') + 1);
    }

    private void list(String top, List<Key> keys) {
        var last = keys.getLast();
        var prefix = common(keys.getFirst().value(), last.value());
        Key after = null;
        for (int page = 0; page <= keys.size() / WORTH; page++) {
            var objects = store.list(prefix, after, PAGE);
            objects.forEach(each -> found.put(each.key(), each));
            if (objects.size() < PAGE || objects.getLast().key().compareTo(last) >= 0) {
                reached.put(top, last);
                return;
            }
            after = objects.getLast().key();
            reached.put(top, after);
        }
    }

    private static String common(String one, String other) {
        int i = 0;
        while (i < Math.min(one.length(), other.length()) && one.charAt(i) == other.charAt(i)) {
            i++;
        }
        return one.substring(0, one.lastIndexOf('/', i) + 1);
    }

    @Override
    public Optional<StoredObject> at(Key key) {
        var end = reached.get(top(key));
        return end != null && key.compareTo(end) <= 0 ? Optional.ofNullable(found.get(key)) : store.head(key);
    }
}
