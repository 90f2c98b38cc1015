package dev.gotgan.engine.store.doctor;

import dev.gotgan.engine.content.ContentSource;
import dev.gotgan.engine.content.Sha256;
import dev.gotgan.engine.store.Etag;
import dev.gotgan.engine.store.Key;
import dev.gotgan.engine.store.MemoryStore;
import dev.gotgan.engine.store.ObjectStore;
import dev.gotgan.engine.store.StoredObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Keeps every promise but one.
final class CarelessStore implements ObjectStore {
    private final MemoryStore store = new MemoryStore();
    private final Probe broken;

    CarelessStore(Probe broken) {
        this.broken = broken;
    }

    @Override
    public Etag create(Key key, Sha256 sha256, long length, ContentSource bytes) {
        var etag = switch (broken) {
            case CONDITIONAL_PUT -> store.replace(key, sha256, length, bytes);
            case CHECKSUM -> unchecked(key, bytes);
            default -> store.create(key, sha256, length, bytes);
        };
        return broken == Probe.ETAG_MD5 ? new Etag("7") : etag;
    }

    private Etag unchecked(Key key, ContentSource bytes) {
        try (var in = bytes.open()) {
            var all = in.readAllBytes();
            return store.create(key, Sha256.hash(all), all.length, () -> new ByteArrayInputStream(all));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
        return store.copy(from, broken == Probe.COPY_SOURCE ? null : ifMatch, to);
    }

    @Override
    public void delete(Collection<Key> keys) {
        store.delete(broken == Probe.BATCH_DELETE ? keys.stream().limit(1).toList() : keys);
    }

    @Override
    public List<StoredObject> list(String prefix, @Nullable Key after, int limit) {
        var listed = store.list(prefix, after, limit);
        return switch (broken) {
            case LIST_ORDER ->
                listed.stream()
                        .sorted(Comparator.comparing(object -> object.key().value()))
                        .toList();
            case LIST_AFTER_WRITE -> listed.stream().skip(1).toList();
            default -> listed;
        };
    }

    @Override
    public void settle() {}

    /// Everything that lies in it.
    List<StoredObject> left() {
        return store.list("", null, 100);
    }
}
