package dev.gotgan.engine.store;

import dev.gotgan.engine.content.ContentSource;
import dev.gotgan.engine.content.Sha256;
import dev.gotgan.engine.content.Utf8Order;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/// A store in the heap, for tests and simulations. Everything is durable at once and nothing survives the object.
public final class MemoryStore implements ObjectStore {
    private static final Duration R2_PAUSE = Duration.ofSeconds(1);

    private final NavigableMap<String, Content> contents = new ConcurrentSkipListMap<>(Utf8Order.COMPARATOR);
    private final Map<Key, Instant> lastWrites = new ConcurrentHashMap<>();
    private final InstantSource clock;
    private final Duration pause;

    /// Writes at any pace; `modified` is the system's time.
    public MemoryStore() {
        this(InstantSource.system(), Duration.ZERO);
    }

    private MemoryStore(InstantSource clock, Duration pause) {
        this.clock = clock;
        this.pause = pause;
    }

    /// As R2: a second write of one key within a second is refused with [StoreException.Unavailable] (its 429), whether
    /// or not the first one found its condition met. A deletion is not a write.
    public static MemoryStore likeR2(InstantSource clock) {
        return new MemoryStore(clock, R2_PAUSE);
    }

    @Override
    public Etag create(Key key, Sha256 sha256, long length, ContentSource bytes) {
        pace(key);
        if (contents.containsKey(key.value())) {
            throw new StoreException.Exists(key);
        }
        var content = receive(key, sha256, length, bytes);
        if (contents.putIfAbsent(key.value(), content) != null) {
            throw new StoreException.Exists(key);
        }
        return content.etag();
    }

    @Override
    public Etag replace(Key key, Sha256 sha256, long length, ContentSource bytes) {
        pace(key);
        var content = receive(key, sha256, length, bytes);
        contents.put(key.value(), content);
        return content.etag();
    }

    @Override
    public Optional<StoredObject> head(Key key) {
        return Optional.ofNullable(contents.get(key.value())).map(Content::object);
    }

    @Override
    public InputStream read(Key key, long offset, @Nullable Etag ifMatch) {
        byte[] bytes = held(key, ifMatch).bytes();
        int from = (int) Math.min(offset, bytes.length);
        return new ByteArrayInputStream(bytes, from, bytes.length - from);
    }

    @Override
    public Etag copy(Key from, @Nullable Etag ifMatch, Key to) {
        pace(to);
        var copy = content(to, held(from, ifMatch).bytes());
        contents.put(to.value(), copy);
        return copy.etag();
    }

    @Override
    public void delete(Collection<Key> keys) {
        keys.forEach(key -> contents.remove(key.value()));
    }

    @Override
    public List<StoredObject> list(String prefix, @Nullable Key after, int limit) {
        var rest = after != null && Utf8Order.compare(after.value(), prefix) >= 0
                ? contents.tailMap(after.value(), false)
                : contents.tailMap(prefix, true);
        return rest.values().stream()
                .map(Content::object)
                .takeWhile(object -> object.key().value().startsWith(prefix))
                .limit(limit)
                .toList();
    }

    @Override
    public void settle() {}

    private Content held(Key key, @Nullable Etag ifMatch) {
        var content = contents.get(key.value());
        if (content == null) {
            throw new StoreException.Missing(key);
        }
        if (ifMatch != null && !ifMatch.equals(content.etag())) {
            throw new StoreException.Changed(key);
        }
        return content;
    }

    private Content receive(Key key, Sha256 sha256, long length, ContentSource source) {
        byte[] bytes;
        try (var in = source.open()) {
            bytes = in.readNBytes(Math.toIntExact(length + 1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (bytes.length != length || !Sha256.hash(bytes).equals(sha256)) {
            throw new StoreException.Mismatch(key);
        }
        return content(key, bytes);
    }

    private Content content(Key key, byte[] bytes) {
        return new Content(bytes, new StoredObject(key, md5(bytes), bytes.length, clock.instant()));
    }

    private void pace(Key key) {
        if (pause.isZero()) {
            return;
        }
        var now = clock.instant();
        lastWrites.compute(key, (same, last) -> {
            if (last != null && now.isBefore(last.plus(pause))) {
                throw new StoreException.Unavailable(
                        key, new IOException("429: two writes of one key within a second"));
            }
            return now;
        });
    }

    private static Etag md5(byte[] bytes) {
        try {
            return new Etag(
                    HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has MD5", e);
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared, never changed
    private record Content(byte[] bytes, StoredObject object) {
        Etag etag() {
            return object.etag();
        }
    }
}
