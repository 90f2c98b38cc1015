package dev.gotgan.engine.upload;

import dev.gotgan.engine.content.ContentSource;
import dev.gotgan.engine.content.Sha256;
import dev.gotgan.engine.store.Etag;
import dev.gotgan.engine.store.Key;
import dev.gotgan.engine.store.ObjectStore;
import dev.gotgan.engine.store.StoreException;
import dev.gotgan.engine.testing.ForwardingStore;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;

/// A store that counts what is written to it and can be told to stop taking more.
final class FailingStore extends ForwardingStore {
    private final AtomicInteger left = new AtomicInteger(Integer.MAX_VALUE);
    private final AtomicInteger writes = new AtomicInteger();

    FailingStore(ObjectStore store) {
        super(store);
    }

    void failAfter(int writes) {
        left.set(writes);
    }

    long writes() {
        return writes.get();
    }

    @Override
    public Etag create(Key key, Sha256 sha256, long length, ContentSource bytes) {
        if (left.getAndDecrement() <= 0) {
            throw new StoreException.Unavailable(key, new IOException("told to fail"));
        }
        writes.incrementAndGet();
        return super.create(key, sha256, length, bytes);
    }
}
