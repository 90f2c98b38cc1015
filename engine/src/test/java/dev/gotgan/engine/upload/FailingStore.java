package dev.gotgan.engine.upload;

import dev.gotgan.engine.content.ContentSource;
import dev.gotgan.engine.content.Sha256;
import dev.gotgan.engine.store.Etag;
import dev.gotgan.engine.store.Key;
import dev.gotgan.engine.store.ObjectStore;
import dev.gotgan.engine.store.StoreException;
import dev.gotgan.engine.store.StoredObject;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// A store that counts what is written to it and can be told to stop taking more.
final class FailingStore implements ObjectStore {
    private final ObjectStore store;
    private final AtomicInteger left = new AtomicInteger(Integer.MAX_VALUE);
    private final AtomicInteger writes = new AtomicInteger();

    FailingStore(ObjectStore store) {
        this.store = store;
    }

    void failAfter(int writes) {
        left.set(writes);
    }

    long writes() {
        return writes.get();
    }

    private void spend(Key key) {
        if (left.getAndDecrement() <= 0) {
            throw new StoreException.Unavailable(key, new IOException("told to fail"));
        }
        writes.incrementAndGet();
    }

    @Override
    public Etag create(Key key, Sha256 sha256, long length, ContentSource bytes) {
        spend(key);
        return store.create(key, sha256, length, bytes);
    }

    @Override
    public Etag replace(Key key, Sha256 sha256, long length, ContentSource bytes) {
        return store.replace(key, sha256, length, bytes);
    }

    @Override
    public Optional<StoredObject> head(Key key) {
        return store.head(key);
    }

    @Override
    public InputStream read(Key key, long offset, @Nullable Etag ifMatch) {
        return store.read(key, offset, ifMatch);
    }

    @Override
    public Etag copy(Key from, @Nullable Etag ifMatch, Key to) {
        return store.copy(from, ifMatch, to);
    }

    @Override
    public void delete(Collection<Key> keys) {
        store.delete(keys);
    }

    @Override
    public List<StoredObject> list(String prefix, @Nullable Key after, int limit) {
        return store.list(prefix, after, limit);
    }

    @Override
    public void settle() {
        store.settle();
    }
}
