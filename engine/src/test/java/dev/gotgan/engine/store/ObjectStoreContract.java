package dev.gotgan.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gotgan.engine.content.ContentSource;
import dev.gotgan.engine.content.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What [ObjectStore] promises of writing, reading, copying and deleting; [ListingContract] has the listing. An
/// implementation's test extends it and says which (empty) store to ask.
public abstract class ObjectStoreContract extends ListingContract {
    private static final int WRITERS = 8;

    @Test
    void whatIsCreatedIsReadBackByteForByte() {
        var etag = create("datasets/a/cat.jpg", "meow");
        assertThat(text("datasets/a/cat.jpg")).isEqualTo("meow");
        var object = store().head(key("datasets/a/cat.jpg")).orElseThrow();
        assertThat(object.key()).isEqualTo(key("datasets/a/cat.jpg"));
        assertThat(object.etag()).isEqualTo(etag);
        assertThat(object.size()).isEqualTo(4);
    }

    @Test
    void anEmptyObjectIsAnObject() {
        create("datasets/a/empty.txt", "");
        assertThat(text("datasets/a/empty.txt")).isEmpty();
        assertThat(store().head(key("datasets/a/empty.txt")).orElseThrow().size())
                .isZero();
    }

    @Test
    void anObjectLargerThanAnyBufferStreamsThrough() throws IOException {
        long length = 64L << 20;
        var sha256 = Sha256.hash(new Noise(length));
        var etag = store().create(key("datasets/a/large.bin"), sha256, length, () -> new Noise(length));
        var copy = store().copy(key("datasets/a/large.bin"), etag, key("history/a/large"));
        try (var in = store().read(key("history/a/large"), 0, copy)) {
            assertThat(Sha256.hash(in)).isEqualTo(sha256);
        }
        try (var in = store().read(key("datasets/a/large.bin"), length - 10, etag)) {
            assertThat(in.readAllBytes()).hasSize(10);
        }
    }

    @Test
    void createNeverTouchesWhatIsThere() {
        var etag = create("datasets/a/x", "first");
        assertThatThrownBy(() -> create("datasets/a/x", "other")).isInstanceOf(StoreException.Exists.class);
        assertThat(text("datasets/a/x")).isEqualTo("first");
        assertThat(etagOf("datasets/a/x")).isEqualTo(etag);
    }

    @Test
    void ofManyCreatesAtOnceExactlyOneWins() throws Exception {
        for (int round = 0; round < 20; round++) {
            String name = "datasets/race/deep/" + round + "/x";
            var wins = together(writer -> {
                try {
                    create(name, "writer " + writer);
                    return "writer " + writer;
                } catch (StoreException.Exists e) {
                    return "";
                }
            });
            assertThat(wins.stream().filter(win -> !win.isEmpty())).containsExactly(text(name));
        }
    }

    @Test
    void replaceWritesOverAnythingOrNothing() {
        replace("datasets/a/x", "one");
        var before = etagOf("datasets/a/x");
        var after = replace("datasets/a/x", "two");
        assertThat(text("datasets/a/x")).isEqualTo("two");
        assertThat(after).isEqualTo(etagOf("datasets/a/x")).isNotEqualTo(before);
    }

    @Test
    void everyChangeOfTheBytesChangesTheEtagHoweverFastTheyFollow() {
        var etags = new HashSet<Etag>();
        for (int i = 100; i < 200; i++) {
            etags.add(replace("datasets/a/x", "same length " + i));
        }
        for (int i = 200; i < 300; i++) {
            store().delete(List.of(key("datasets/a/x")));
            etags.add(create("datasets/a/x", "same length " + i));
        }
        var from = create("datasets/a/y", "same length 300");
        etags.add(store().copy(key("datasets/a/y"), from, key("datasets/a/x")));
        assertThat(etags).hasSize(201);
    }

    @Test
    void bytesThatAreNotThoseAnnouncedLeaveNothing() {
        byte[] sent = bytes("sent");
        for (int size : new int[] {4, 3, 5, 100_000}) {
            var announced = Sha256.hash(size == 4 ? bytes("told") : sent);
            ContentSource source = () -> new ByteArrayInputStream(sent);
            assertThatThrownBy(() -> store().create(key("datasets/a/new"), announced, size, source))
                    .isInstanceOf(StoreException.Mismatch.class);
            replace("datasets/a/old", "before");
            assertThatThrownBy(() -> store().replace(key("datasets/a/old"), announced, size, source))
                    .isInstanceOf(StoreException.Mismatch.class);
        }
        long large = 3 << 20;
        assertThatThrownBy(
                        () -> store().create(key("datasets/a/new"), Sha256.hash(sent), large, () -> new Noise(large)))
                .isInstanceOf(StoreException.Mismatch.class);
        assertThatThrownBy(() -> store().create(
                                key("datasets/a/new"),
                                Sha256.hash(new Noise(large)),
                                large,
                                () -> new Noise(large + 1)))
                .isInstanceOf(StoreException.Mismatch.class);
        assertThat(text("datasets/a/old")).isEqualTo("before");
        assertThat(names("", null, 10)).containsExactly("datasets/a/old");
    }

    @Test
    void aSourceThatBreaksIsToldApartAndLeavesNothing() {
        replace("datasets/a/old", "before");
        ContentSource broken = () -> new SequenceInputStream(new Noise(2), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the client hung up");
            }

            @Override
            public int read(byte[] target, int offset, int count) throws IOException {
                return read();
            }
        });
        assertThatThrownBy(() -> store().create(key("datasets/a/new"), Sha256.EMPTY, 9, broken))
                .isInstanceOf(UncheckedIOException.class)
                .hasStackTraceContaining("the client hung up");
        assertThatThrownBy(() -> store().replace(key("datasets/a/old"), Sha256.EMPTY, 9 << 20, broken))
                .isInstanceOf(UncheckedIOException.class);
        assertThatThrownBy(() -> store().create(key("datasets/a/new"), Sha256.EMPTY, 9, () -> {
                    throw new IllegalStateException("the archive is closed");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(text("datasets/a/old")).isEqualTo("before");
        assertThat(names("", null, 10)).containsExactly("datasets/a/old");
    }

    @Test
    void readStartsAtTheOffsetAndEndsAtTheEnd() {
        create("datasets/a/x", "0123456789");
        assertThat(text("datasets/a/x", 0)).isEqualTo("0123456789");
        assertThat(text("datasets/a/x", 7)).isEqualTo("789");
        assertThat(text("datasets/a/x", 10)).isEmpty();
        assertThat(text("datasets/a/x", 99)).isEmpty();
    }

    @Test
    void readKeepsToTheEtagItWasGiven() {
        var old = create("datasets/a/x", "old");
        var now = replace("datasets/a/x", "new");
        assertThatThrownBy(() -> store().read(key("datasets/a/x"), 0, old)).isInstanceOf(StoreException.Changed.class);
        assertThat(text(store().read(key("datasets/a/x"), 0, now))).isEqualTo("new");
    }

    @Test
    void whatIsNotThereIsMissing() {
        assertThat(store().head(key("datasets/a/none"))).isEmpty();
        assertThatThrownBy(() -> store().read(key("datasets/a/none"), 0, null))
                .isInstanceOf(StoreException.Missing.class);
        var etag = create("datasets/a/x", "x");
        assertThatThrownBy(() -> store().read(key("datasets/a/none"), 0, etag))
                .isInstanceOf(StoreException.Missing.class);
        assertThatThrownBy(() -> store().copy(key("datasets/a/none"), etag, key("datasets/a/y")))
                .isInstanceOf(StoreException.Missing.class);
        assertThat(store().head(key("datasets/a"))).isEmpty();
        assertThat(store().head(key("datasets/a/x/y"))).isEmpty();
    }

    @Test
    void aReaderSeesOneContentWholeWhileAnotherReplacesIt() throws Exception {
        String[] contents = {"a".repeat(300_000), "b".repeat(300_000)};
        replace("datasets/a/x", contents[0]);
        var stop = new AtomicBoolean();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var writer = threads.submit(() -> {
                for (int i = 0; i < 60; i++) {
                    replace("datasets/a/x", contents[i % 2]);
                }
                stop.set(true);
            });
            do {
                var object = store().head(key("datasets/a/x")).orElseThrow();
                try {
                    assertThat(text(store().read(key("datasets/a/x"), 0, object.etag())))
                            .isIn((Object[]) contents);
                } catch (StoreException.Changed | UncheckedIOException e) {
                    assertThat(e).isNotInstanceOf(StoreException.Missing.class);
                }
            } while (!stop.get());
            writer.get();
        }
    }

    @Test
    void anEtagNeverBringsOtherBytesThanItsOwn() throws Exception {
        var ours = replace("datasets/a/x", "version 1000");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var writer = threads.submit(() -> {
                for (int i = 2000; i < 2200; i++) {
                    replace("datasets/a/x", "version " + i);
                }
            });
            try {
                do {
                    assertThat(text(store().read(key("datasets/a/x"), 0, ours))).isEqualTo("version 1000");
                } while (!writer.isDone());
            } catch (StoreException.Changed | UncheckedIOException e) {
                writer.get();
            }
        }
        assertThatThrownBy(() -> store().read(key("datasets/a/x"), 0, ours)).isInstanceOf(StoreException.Changed.class);
    }

    @Test
    void aCopyLivesApartFromItsSource() {
        var etag = create("datasets/a/x", "one");
        var copied = store().copy(key("datasets/a/x"), etag, key("history/a/1"));
        assertThat(etagOf("history/a/1")).isEqualTo(copied);
        replace("datasets/a/x", "two");
        assertThat(text("history/a/1")).isEqualTo("one");
        store().delete(List.of(key("datasets/a/x")));
        assertThat(text("history/a/1")).isEqualTo("one");
    }

    @Test
    void aCopyWritesOverWhatIsThere() {
        var etag = create("history/a/1", "new");
        create("datasets/a/x", "old");
        store().copy(key("history/a/1"), etag, key("datasets/a/x"));
        assertThat(text("datasets/a/x")).isEqualTo("new");
        assertThat(text("history/a/1")).isEqualTo("new");
        store().copy(key("history/a/1"), null, key("datasets/a/y"));
        assertThat(text("datasets/a/y")).isEqualTo("new");
    }

    @Test
    void aCopyOfWhatWasChangedIsRefusedAndTouchesNothing() {
        var stale = create("datasets/a/x", "one");
        replace("datasets/a/x", "two");
        create("datasets/a/y", "kept");
        assertThatThrownBy(() -> store().copy(key("datasets/a/x"), stale, key("datasets/a/y")))
                .isInstanceOf(StoreException.Changed.class);
        assertThatThrownBy(() -> store().copy(key("datasets/a/x"), stale, key("datasets/a/z")))
                .isInstanceOf(StoreException.Changed.class);
        assertThat(text("datasets/a/y")).isEqualTo("kept");
        assertThat(store().head(key("datasets/a/z"))).isEmpty();
    }

    @Test
    void deleteRemovesTheseKeysAndNoOthers() {
        for (String name : List.of("datasets/a/d/1", "datasets/a/d/2", "datasets/a/d/e/3", "datasets/ab/d/1")) {
            create(name, name);
        }
        store().delete(List.of(key("datasets/a/d/1"), key("datasets/a/d/e/3"), key("datasets/a/none")));
        assertThat(names("", null, 10)).containsExactly("datasets/a/d/2", "datasets/ab/d/1");
        store().delete(List.of(key("datasets/a"), key("datasets/a/d"), key("datasets/a/d/2/z")));
        assertThat(names("", null, 10)).containsExactly("datasets/a/d/2", "datasets/ab/d/1");
        store().delete(List.of());
        assertThatThrownBy(() -> store().read(key("datasets/a/d/1"), 0, null))
                .isInstanceOf(StoreException.Missing.class);
    }

    @Test
    void aFolderLeftEmptyIsInNobodysWay() {
        create("datasets/a/d/e/x", "file below folders");
        store().delete(List.of(key("datasets/a/d/e/x")));
        create("datasets/a/d", "file");
        assertThat(text("datasets/a/d")).isEqualTo("file");
        store().delete(List.of(key("datasets/a/d")));
        create("datasets/a/d/e", "file below a folder");
        assertThat(text("datasets/a/d/e")).isEqualTo("file below a folder");
    }

    @Test
    void creatingAndDeletingNeighboursDoNotDisturbEachOther() throws Exception {
        together(writer -> {
            for (int i = 0; i < 60; i++) {
                createAmongNeighbours("datasets/a/b/c/" + writer);
                store().delete(List.of(key("datasets/a/b/c/" + writer)));
                createAmongNeighbours("datasets/a/b/" + writer);
                store().delete(List.of(key("datasets/a/b/" + writer)));
            }
            return "";
        });
        assertThat(names("", null, 10)).isEmpty();
    }

    /// Where folders race a refusal is borne; it still leaves nothing, and the object is there in the end.
    private void createAmongNeighbours(String name) {
        for (boolean there = false; !there; ) {
            try {
                create(name, "x");
                there = true;
            } catch (StoreException.Exists e) {
                there = limits().contains(Limit.FOLDERS_RACE);
                assertThat(there).as(name).isTrue();
            } catch (StoreException e) {
                if (!limits().contains(Limit.FOLDERS_RACE)) {
                    throw e;
                }
            }
        }
        assertThat(text(name)).isEqualTo("x");
    }

    @Test
    void manyMaySettleAtOnce() throws Exception {
        together(writer -> {
            for (int i = 0; i < 3; i++) {
                create("datasets/a/" + writer + "/" + i, "x");
                store().settle();
            }
            return "";
        });
        store().settle();
        assertThat(names("datasets/a/", null, 100)).hasSize(WRITERS * 3);
    }

    /// Runs `step` on eight threads that start together; their answers, in order.
    private static List<String> together(Step step) throws Exception {
        var start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = IntStream.range(0, WRITERS)
                    .mapToObj(writer -> threads.submit((Callable<String>) () -> {
                        start.await();
                        return step.run(writer);
                    }))
                    .toList();
            start.countDown();
            var answers = new ArrayList<String>();
            for (var one : running) {
                answers.add(one.get());
            }
            return answers;
        }
    }

    @FunctionalInterface
    private interface Step {
        String run(int writer) throws Exception;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
