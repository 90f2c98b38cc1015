package dev.gotgan.engine.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gotgan.engine.content.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What [ObjectStore#list] promises, and the words in which the contract is told.
abstract class ListingContract {
    /// In the order of their UTF-8 bytes, which is neither that of a walk through folders nor that of UTF-16.
    private static final List<String> IN_ORDER = List.of(
            "datasets/a/A.jpg",
            "datasets/a/a b/x.txt",
            "datasets/a/a!",
            "datasets/a/a-b",
            "datasets/a/a-b-/z",
            "datasets/a/a-b.d/x",
            "datasets/a/a.txt",
            "datasets/a/a/-",
            "datasets/a/a/b",
            "datasets/a/a/b.txt",
            "datasets/a/a/b0/x",
            "datasets/a/a0",
            "datasets/a/ab/c",
            "datasets/a/é.txt",
            "datasets/a/고양이/1.jpg",
            "datasets/a/곳간.txt",
            "datasets/a/\uE000",
            "datasets/a/\uFF5E",
            "datasets/a/😀.png",
            "datasets/a/😀/x");

    /// What a server that keeps objects as files can't do, whatever its adapter does. Declared, never
    /// guessed: each test says what it still demands.
    protected enum Limit {
        /// Removing the last object of a folder may refuse a neighbour that is being created there just then.
        FOLDERS_RACE
    }

    /// The store in question: the same one during a test, empty at its start.
    protected abstract ObjectStore store();

    /// None, unless a server behind the store has some.
    protected Set<Limit> limits() {
        return Set.of();
    }

    @Test
    void listingIsInTheOrderOfUtf8Bytes() {
        var shuffled = new ArrayList<>(IN_ORDER);
        Collections.shuffle(shuffled, new Random(7));
        shuffled.forEach(name -> create(name, name));
        assertThat(names("datasets/a/", null, 100)).containsExactlyElementsOf(IN_ORDER);
        assertThat(names("", null, 100)).containsExactlyElementsOf(IN_ORDER);
    }

    @Test
    void pagesOfAnySizeMeetWithoutGapOrOverlap() {
        IN_ORDER.forEach(name -> create(name, name));
        for (int limit : new int[] {1, 2, 3, 7, 20, 21}) {
            assertThat(paged("datasets/a/", limit)).as("pages of " + limit).containsExactlyElementsOf(IN_ORDER);
        }
    }

    @Test
    void listingStartsAfterAnyKeyEvenOneThatIsNotThere() {
        IN_ORDER.forEach(name -> create(name, name));
        assertThat(names("datasets/a/", key("datasets/a/a"), 2))
                .containsExactly("datasets/a/a b/x.txt", "datasets/a/a!");
        assertThat(names("datasets/a/", key("datasets/a/a-"), 1)).containsExactly("datasets/a/a-b");
        assertThat(names("datasets/a/", key("datasets/a/a.txt"), 1)).containsExactly("datasets/a/a/-");
        assertThat(names("datasets/a/", key("datasets/a/a/"), 1)).containsExactly("datasets/a/a/-");
        assertThat(names("datasets/a/", key("datasets/a/a/zzz"), 1)).containsExactly("datasets/a/a0");
        assertThat(names("datasets/a/", key("datasets/a/ab/c/d"), 1)).containsExactly("datasets/a/é.txt");
        assertThat(names("datasets/a/", key("datasets/a/😀/x"), 1)).isEmpty();
        assertThat(names("datasets/a/", key("datasets/0"), 1)).containsExactly("datasets/a/A.jpg");
        assertThat(names("datasets/a/", key("zzz"), 1)).isEmpty();
    }

    @Test
    void aPrefixIsOfCharactersNotOfFolders() {
        IN_ORDER.forEach(name -> create(name, name));
        assertThat(names("datasets/a/a-", null, 100))
                .containsExactly("datasets/a/a-b", "datasets/a/a-b-/z", "datasets/a/a-b.d/x");
        assertThat(names("datasets/a/a/b", null, 2)).containsExactly("datasets/a/a/b", "datasets/a/a/b.txt");
        assertThat(names("datasets/a/고", null, 100)).containsExactly("datasets/a/고양이/1.jpg");
        assertThat(names("datasets/a/a0", null, 100)).containsExactly("datasets/a/a0");
        assertThat(names("datasets/a/a0/", null, 100)).isEmpty();
        assertThat(names("none/", null, 100)).isEmpty();
        assertThat(names("datasets/a/", null, 0)).isEmpty();
    }

    @Test
    void aDatasetWhoseIdBeginsWithAnothersIsAnother() {
        create("datasets/a/x", "1");
        create("datasets/a-b/x", "2");
        create("datasets/ab/x", "3");
        assertThat(names("datasets/a/", null, 100)).containsExactly("datasets/a/x");
        store().delete(store().list("datasets/a/", null, 100).stream()
                .map(StoredObject::key)
                .toList());
        assertThat(names("", null, 100)).containsExactly("datasets/a-b/x", "datasets/ab/x");
    }

    @Test
    void aListingTellsWhatHeadTells() {
        create("datasets/a/x", "four");
        create("datasets/a/y/z", "");
        for (var object : store().list("", null, 10)) {
            assertThat(store().head(object.key())).contains(object);
        }
    }

    @Test
    void aNameMacWroteInPiecesIsFoundUnderItsOneSpelling() {
        String pieces = Normalizer.normalize("datasets/a/한글 사진.jpg", Normalizer.Form.NFD);
        String composed = Normalizer.normalize(pieces, Normalizer.Form.NFC);
        create(composed, "x");
        assertThat(names("datasets/a/한", null, 10)).containsExactly(composed);
        assertThat(text(composed)).isEqualTo("x");
    }

    @Test
    void whatWasWrittenBetweenTwoPagesIsOnTheSecond() {
        for (int i = 10; i < 30; i++) {
            create("datasets/a/" + i, "x");
        }
        var page = store().list("datasets/a/", null, 5);
        create("datasets/a/135", "new");
        create("datasets/a/20/x".replace('/', '-'), "elsewhere");
        store().delete(List.of(key("datasets/a/15"), key("datasets/a/16")));
        create("datasets/a/15/x", "where a file was");
        replace("datasets/a/17", "longer");
        assertThat(names("datasets/a/", page.getLast().key(), 4))
                .containsExactly("datasets/a/15/x", "datasets/a/17", "datasets/a/18", "datasets/a/19");
        assertThat(names("datasets/a/", key("datasets/a/13"), 1)).containsExactly("datasets/a/135");
        var seventeen = store().list("datasets/a/17", null, 1).getFirst();
        assertThat(seventeen.size()).isEqualTo(6);
    }

    @Test
    void whatStandsStillIsListedWhateverComesAndGoesBesideIt() throws Exception {
        for (int i = 100; i < 300; i++) {
            create("datasets/a/" + i + "/still", "x");
        }
        var stop = new AtomicBoolean();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var noise = threads.submit(() -> {
                for (int i = 0; !stop.get(); i = (i + 1) % 200) {
                    var key = key("datasets/a/" + (100 + i) + "/moving");
                    replace(key.value(), "y");
                    store().delete(List.of(key));
                }
            });
            try {
                for (int round = 0; round < 10; round++) {
                    assertThat(paged("datasets/a/", 37).stream().filter(name -> name.endsWith("/still")))
                            .hasSize(200);
                }
            } finally {
                stop.set(true);
            }
            noise.get();
        }
    }

    static Key key(String name) {
        return new Key(name);
    }

    final Etag create(String name, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return store().create(key(name), Sha256.hash(bytes), bytes.length, () -> new ByteArrayInputStream(bytes));
    }

    final Etag replace(String name, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return store().replace(key(name), Sha256.hash(bytes), bytes.length, () -> new ByteArrayInputStream(bytes));
    }

    final Etag etagOf(String name) {
        return store().head(key(name)).orElseThrow().etag();
    }

    final String text(String name) {
        return text(name, 0);
    }

    final String text(String name, long offset) {
        return text(store().read(key(name), offset, null));
    }

    static String text(InputStream stream) {
        try (var in = stream) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    final List<String> names(String prefix, @Nullable Key after, int limit) {
        return store().list(prefix, after, limit).stream()
                .map(object -> object.key().value())
                .toList();
    }

    final List<String> paged(String prefix, int limit) {
        var all = new ArrayList<String>();
        var page = names(prefix, null, limit);
        while (!page.isEmpty()) {
            all.addAll(page);
            page = names(prefix, key(page.getLast()), limit);
        }
        return all;
    }
}
