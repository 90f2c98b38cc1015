package dev.gotgan.engine.store;

import dev.gotgan.engine.content.ContentSource;
import dev.gotgan.engine.content.Sha256;
import dev.gotgan.engine.wire.BackOff;
import dev.gotgan.engine.wire.Time;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Tries again what a store did not do and may do soon ([StoreException.Unavailable]), after growing waits.
///
/* A write in doubt is never tried again: its caller asks what became of it. Of a source that can be opened only once, the
first attempt is the last. */
public final class RetryingStore implements ObjectStore {
    private final ObjectStore store;
    private final BackOff backOff;
    private final Time time;

    public RetryingStore(ObjectStore store, BackOff backOff, Time time) {
        this.store = store;
        this.backOff = backOff;
        this.time = time;
    }

    @Override
    public Etag create(Key key, Sha256 sha256, long length, ContentSource bytes) {
        return again(() -> store.create(key, sha256, length, bytes));
    }

    @Override
    public Etag replace(Key key, Sha256 sha256, long length, ContentSource bytes) {
        return again(() -> store.replace(key, sha256, length, bytes));
    }

    @Override
    public Optional<StoredObject> head(Key key) {
        return again(() -> store.head(key));
    }

    @Override
    public InputStream read(Key key, long offset, @Nullable Etag ifMatch) {
        return again(() -> store.read(key, offset, ifMatch));
    }

    @Override
    public Etag copy(Key from, @Nullable Etag ifMatch, Key to) {
        return again(() -> store.copy(from, ifMatch, to));
    }

    @Override
    public void delete(Collection<Key> keys) {
        again(() -> {
            store.delete(keys);
            return keys;
        });
    }

    @Override
    public List<StoredObject> list(String prefix, @Nullable Key after, int limit) {
        return again(() -> store.list(prefix, after, limit));
    }

    /// What is tried again bears the same date.
    @Override
    public ObjectStore signedNow() {
        return new RetryingStore(store.signedNow(), backOff, time);
    }

    @Override
    public void settle() {
        store.settle();
    }

    private <T> T again(Supplier<T> call) {
        StoreException.Unavailable refused = null;
        for (int attempt = 1; ; attempt++) {
            try {
                return call.get();
            } catch (StoreException.Unavailable e) {
                var wait = e.isLasting() ? Optional.<Duration>empty() : backOff.afterAttempt(attempt);
                time.pause(wait.orElseThrow(() -> e));
                refused = e;
            } catch (UncheckedIOException e) {
                if (refused == null) {
                    throw e;
                }
                refused.addSuppressed(e);
                throw refused;
            }
        }
    }
}
