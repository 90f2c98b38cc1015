package dev.gotgan.store.s3;

import dev.gotgan.engine.content.ContentSource;
import dev.gotgan.engine.content.Sha256;
import dev.gotgan.engine.store.Etag;
import dev.gotgan.engine.store.Key;
import dev.gotgan.engine.store.ObjectStore;
import dev.gotgan.engine.store.StoreException;
import dev.gotgan.engine.store.StoredObject;
import dev.gotgan.engine.wire.KeyPace;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A bucket, or what lies below a prefix of it.
///
/// What S3 acknowledges is durable, so settling is nothing.
final class S3Store implements ObjectStore {
    private final Bulk bulk;
    private final Control control;
    private final KeyPace pace;
    private final InstantSource clock;
    private volatile Set<Lack> lacks = Set.of();

    S3Store(Bulk bulk, Control control, KeyPace pace, InstantSource clock) {
        this.bulk = bulk;
        this.control = control;
        this.pace = pace;
        this.clock = clock;
    }

    /// Makes up for what this store was seen to lack.
    void makeUpFor(Set<Lack> seen) {
        this.lacks = Set.copyOf(seen);
    }

    @Override
    public Etag create(Key key, Sha256 sha256, long length, ContentSource bytes) {
        // Without the condition two that come at once both win; no two of us ever write one fresh key.
        if (lacks.contains(Lack.CONDITIONAL_PUT) && bulk.head(key).isPresent()) {
            throw new StoreException.Exists(key);
        }
        pace.await(key.value());
        return bulk.put(Failure.Deed.CREATE, key, sha256, length, bytes);
    }

    @Override
    public Etag replace(Key key, Sha256 sha256, long length, ContentSource bytes) {
        pace.await(key.value());
        return bulk.put(Failure.Deed.REPLACE, key, sha256, length, bytes);
    }

    @Override
    public Optional<StoredObject> head(Key key) {
        return bulk.head(key);
    }

    @Override
    public InputStream read(Key key, long offset, @Nullable Etag ifMatch) {
        return bulk.get(key, offset, ifMatch);
    }

    @Override
    public Etag copy(Key from, @Nullable Etag ifMatch, Key to) {
        pace.await(to.value());
        return control.copy(from, ifMatch, to);
    }

    @Override
    public void delete(Collection<Key> keys) {
        control.delete(
                List.copyOf(keys),
                lacks.contains(Lack.BATCH_DELETE) ? Control.Deleting.EACH : Control.Deleting.TOGETHER);
    }

    @Override
    public List<StoredObject> list(String prefix, @Nullable Key after, int limit) {
        return limit <= 0
                ? List.of()
                : lacks.contains(Lack.UTF8_ORDER)
                        ? control.listAnyOrder(prefix, after, limit)
                        : control.list(prefix, after, limit);
    }

    /// Every signature of the answer bears the present time, that of a request which is tried again too.
    @Override
    public ObjectStore signedNow() {
        var now = clock.instant();
        var dated = new S3Store(bulk.dated(now), control.dated(now), pace, clock);
        dated.makeUpFor(lacks);
        return dated;
    }

    @Override
    public void settle() {}
}
