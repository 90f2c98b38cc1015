package dev.gotgan.engine.store.doctor;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gotgan.engine.content.Sha256;
import dev.gotgan.engine.store.Etag;
import dev.gotgan.engine.store.Key;
import dev.gotgan.engine.store.ObjectStore;
import dev.gotgan.engine.store.StoreException;
import dev.gotgan.engine.store.StoredObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What can be tried through the port, on any store.
final class PortProbes {
    /// Neither folders first nor UTF-16 nor capitals apart puts these so: U+FF5E is three bytes, the emoji four.
    private static final List<String> IN_ORDER = List.of("A", "a!", "a/b", "a0", "é", "곳간", "\uFF5E", "😀");

    private final ObjectStore store;
    private final String prefix;

    PortProbes(ObjectStore store, String prefix) {
        this.store = store;
        this.prefix = prefix;
    }

    /// Whether it can be written and read at all.
    void arrive() {
        create("arrived", "x");
        store.head(key("arrived"));
    }

    Optional<StoreReport.Finding> conditionalPut() throws IOException {
        create("once", "first");
        try {
            create("once", "second");
            return failed("the second PUT was taken");
        } catch (StoreException.Exists e) {
            return text("once").equals("first") ? passed("refused") : failed("refused, yet overwritten");
        }
    }

    Optional<StoreReport.Finding> checksum() {
        var told = Sha256.hash("told".getBytes(UTF_8));
        try {
            store.create(key("sum"), told, 4, () -> new ByteArrayInputStream("sent".getBytes(UTF_8)));
            return failed("other bytes were taken");
        } catch (StoreException.Mismatch e) {
            return store.head(key("sum")).isEmpty() ? passed("refused") : failed("refused, yet kept");
        }
    }

    Optional<StoreReport.Finding> copySource() {
        create("source", "x");
        try {
            store.copy(key("source"), new Etag("0".repeat(32)), key("copy"));
            return failed("it was copied");
        } catch (StoreException.Changed e) {
            return store.head(key("copy")).isEmpty() ? passed("refused") : failed("refused, yet copied");
        }
    }

    Optional<StoreReport.Finding> etagMd5() {
        var etag = create("md5", "gotgan");
        var listed = store.list(prefix + "md5", null, 1).stream().map(StoredObject::etag);
        return etag.value().equals(md5("gotgan")) && listed.allMatch(etag::equals)
                ? passed("it is")
                : failed("it is " + etag);
    }

    Optional<StoreReport.Finding> listAfterWrite() {
        for (int i = 0; i < 5; i++) {
            var name = "list/" + i;
            create(name, "x");
            if (names("list/").size() != 1) {
                return failed("a new object was not listed");
            }
            store.delete(List.of(key(name)));
            if (!names("list/").isEmpty()) {
                return failed("a deleted object was listed");
            }
        }
        return passed("five times");
    }

    Optional<StoreReport.Finding> listOrder() {
        IN_ORDER.reversed().forEach(name -> create("order/" + name, "x"));
        var listed = names("order/");
        return listed.equals(IN_ORDER) ? passed("it is") : failed("it is " + String.join(" ", listed));
    }

    /// With names that XML must not take for its own.
    Optional<StoreReport.Finding> batchDelete() {
        var keys = Stream.of("&amp;<a>", "\"b\"'", "c d+%", "고양이")
                .map(name -> "batch/" + name)
                .toList();
        keys.forEach(name -> create(name, "x"));
        store.delete(keys.stream().map(this::key).toList());
        var left = names("batch/");
        return left.isEmpty() ? passed("done") : failed("left over: " + String.join(" ", left));
    }

    private List<String> names(String below) {
        return store.list(prefix + below, null, 100).stream()
                .map(StoredObject::key)
                .map(key -> key.value().substring(prefix.length() + below.length()))
                .toList();
    }

    private Key key(String name) {
        return new Key(prefix + name);
    }

    private Etag create(String name, String text) {
        var bytes = text.getBytes(UTF_8);
        return store.create(key(name), Sha256.hash(bytes), bytes.length, () -> new ByteArrayInputStream(bytes));
    }

    private String text(String name) throws IOException {
        try (var in = store.read(key(name), 0, null)) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }

    private static String md5(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has MD5", e);
        }
    }

    static Optional<StoreReport.Finding> passed(String detail) {
        return Optional.of(new StoreReport.Finding(true, detail));
    }

    static Optional<StoreReport.Finding> failed(String detail) {
        return Optional.of(new StoreReport.Finding(false, detail));
    }
}
