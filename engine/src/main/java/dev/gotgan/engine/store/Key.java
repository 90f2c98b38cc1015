package dev.gotgan.engine.store;

import dev.gotgan.engine.content.Utf8Order;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/// An object's name in the bucket: NFC, at most 1,024 bytes of UTF-8. Ordered by those bytes. Spelled by
/// [StoreLayout] only.
public record Key(String value) implements Comparable<Key> {
    public Key {
        if (value.isEmpty() || value.getBytes(StandardCharsets.UTF_8).length > 1024) {
            throw new IllegalArgumentException("a key has 1 to 1,024 bytes: " + value);
        }
        if (!Normalizer.isNormalized(value, Normalizer.Form.NFC)) {
            throw new IllegalArgumentException("a key is NFC: " + value);
        }
    }

    @Override
    public int compareTo(Key other) {
        return Utf8Order.compare(value, other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
