package dev.gotgan.engine.testing;

import dev.gotgan.engine.content.ContentSource;
import dev.gotgan.engine.content.Sha256;
import dev.gotgan.engine.store.Etag;
import dev.gotgan.engine.store.Key;
import dev.gotgan.engine.store.ObjectStore;
import dev.gotgan.engine.store.StoredObject;
import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Hands every call on; a test's store overrides what it wants to see or to spoil.
public class ForwardingStore implements ObjectStore {
    private final ObjectStore store;

    public ForwardingStore(ObjectStore store) {
        this.store = store;
    }

    @Override
    public Etag create(Key key, Sha256 sha256, long length, ContentSource bytes) {
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
