package dev.gotgan.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gotgan.engine.content.Sha256;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class MemoryStoreLikeR2Test {
    private static final Key KEY = new Key("datasets/a/x");

    private Instant now = Instant.parse("2026-11-01T00:00:00Z");
    private final CountingStore store = new CountingStore(MemoryStore.likeR2(() -> now));

    @Test
    void aKeyIsWrittenOncePerSecond() {
        var etag = create(KEY);
        assertThatThrownBy(() -> store.replace(KEY, Sha256.EMPTY, 0, InputStream::nullInputStream))
                .isInstanceOf(StoreException.Unavailable.class)
                .hasMessageContaining("datasets/a/x");
        now = now.plusMillis(999);
        assertThatThrownBy(() -> store.copy(KEY, etag, KEY)).isInstanceOf(StoreException.Unavailable.class);
        now = now.plusMillis(1);
        store.copy(KEY, etag, KEY);
    }

    @Test
    void otherKeysAndDeletionsDoNotWait() {
        var etag = create(KEY);
        store.copy(KEY, etag, new Key("datasets/a/y"));
        store.delete(List.of(KEY));
        assertThatThrownBy(() -> create(KEY)).isInstanceOf(StoreException.Unavailable.class);
        now = now.plusSeconds(1);
        create(KEY);
    }

    @Test
    void aRefusedWriteStillCountsForTheNext() {
        create(KEY);
        now = now.plusSeconds(1);
        assertThatThrownBy(() -> create(KEY)).isInstanceOf(StoreException.Exists.class);
        assertThatThrownBy(() -> create(KEY)).isInstanceOf(StoreException.Unavailable.class);
    }

    @Test
    void requestsAreCountedByTheirVerb() {
        create(KEY);
        store.head(KEY);
        store.head(KEY);
        store.list("", null, 1);
        store.delete(List.of(KEY, new Key("y")));
        store.settle();
        assertThatThrownBy(() -> store.read(KEY, 0, null)).isInstanceOf(StoreException.Missing.class);
        assertThat(List.of(CountingStore.Verb.values()).stream().map(store::count))
                .containsExactly(1L, 0L, 2L, 1L, 0L, 1L, 1L, 1L);
        store.reset();
        assertThat(store.count(CountingStore.Verb.HEAD)).isZero();
    }

    private Etag create(Key key) {
        return store.create(key, Sha256.EMPTY, 0, InputStream::nullInputStream);
    }
}
