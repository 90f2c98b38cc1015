package dev.gotgan.engine.store;

import dev.gotgan.engine.content.ContentSource;
import dev.gotgan.engine.content.Sha256;
import java.io.InputStream;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// Counts the requests that reach a store, refused ones too, so that a test can hold a walk to its budget.
public final class CountingStore implements ObjectStore {
    /// One for each method of the port; a `DELETE` of many keys counts once.
    public enum Verb {
        CREATE,
        REPLACE,
        HEAD,
        READ,
        COPY,
        DELETE,
        LIST,
        SETTLE
    }

    private final ObjectStore store;
    private final Map<Verb, AtomicLong> requests;

    public CountingStore(ObjectStore store) {
        this(store, new EnumMap<>(Verb.class));
        for (Verb verb : Verb.values()) {
            requests.put(verb, new AtomicLong());
        }
    }

    private CountingStore(ObjectStore store, Map<Verb, AtomicLong> requests) {
        this.store = store;
        this.requests = requests;
    }

    /// How many requests of this kind came since the start or the last [#reset].
    public long count(Verb verb) {
        return counter(verb).get();
    }

    public void reset() {
        requests.values().forEach(counter -> counter.set(0));
    }

    @Override
    public Etag create(Key key, Sha256 sha256, long length, ContentSource bytes) {
        note(Verb.CREATE);
        return store.create(key, sha256, length, bytes);
    }

    @Override
    public Etag replace(Key key, Sha256 sha256, long length, ContentSource bytes) {
        note(Verb.REPLACE);
        return store.replace(key, sha256, length, bytes);
    }

    @Override
    public Optional<StoredObject> head(Key key) {
        note(Verb.HEAD);
        return store.head(key);
    }

    @Override
    public InputStream read(Key key, long offset, @Nullable Etag ifMatch) {
        note(Verb.READ);
        return store.read(key, offset, ifMatch);
    }

    @Override
    public Etag copy(Key from, @Nullable Etag ifMatch, Key to) {
        note(Verb.COPY);
        return store.copy(from, ifMatch, to);
    }

    @Override
    public void delete(Collection<Key> keys) {
        note(Verb.DELETE);
        store.delete(keys);
    }

    @Override
    public List<StoredObject> list(String prefix, @Nullable Key after, int limit) {
        note(Verb.LIST);
        return store.list(prefix, after, limit);
    }

    /// Counted together with the requests of this.
    @Override
    public ObjectStore signedNow() {
        return new CountingStore(store.signedNow(), requests);
    }

    @Override
    public void settle() {
        note(Verb.SETTLE);
        store.settle();
    }

    private void note(Verb verb) {
        counter(verb).incrementAndGet();
    }

    private AtomicLong counter(Verb verb) {
        return Objects.requireNonNull(requests.get(verb));
    }
}
