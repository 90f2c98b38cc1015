package dev.gotgan.engine.upload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gotgan.engine.content.ContentSource;
import dev.gotgan.engine.content.Sha256;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.publish.PublishRows;
import dev.gotgan.engine.publish.Publisher;
import dev.gotgan.engine.store.Etag;
import dev.gotgan.engine.store.Key;
import dev.gotgan.engine.store.StoreException;
import dev.gotgan.engine.store.directory.DirectoryStore;
import dev.gotgan.engine.testing.ForwardingStore;
import dev.gotgan.engine.testing.Watched;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Commits, slow copies and other publishers in the middle of a publisher's run, on a real folder.
class PublishMeanwhileTest {
    @TempDir
    Path folder;

    private DirectoryStore directory;
    private MeddledStore store;
    private UploadStage stage;
    private DatasetId cats;

    @BeforeEach
    void given() throws IOException {
        directory = DirectoryStore.open(folder.resolve("store"));
        store = new MeddledStore(directory);
        stage = new UploadStage(Files.createDirectory(folder.resolve("spool")), store);
        cats = stage.emptyDataset();
    }

    @AfterEach
    void closed() {
        directory.close();
    }

    /// Does something once, just before the first write to a key of a kind.
    private static final class MeddledStore extends ForwardingStore {
        private Predicate<Key> wanted = key -> false;
        private Meddling meddling = () -> {};
        /// What the file `a` beside each meta.json was when it was written as `clean`.
        private final List<String> cleanOver = new ArrayList<>();

        MeddledStore(DirectoryStore store) {
            super(store);
        }

        interface Meddling {
            void run() throws IOException;
        }

        void before(Predicate<Key> key, Meddling what) {
            wanted = key;
            meddling = what;
        }

        private void meddle(Key key) {
            if (wanted.test(key)) {
                wanted = other -> false;
                try {
                    meddling.run();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }

        @Override
        public Etag copy(Key from, @Nullable Etag ifMatch, Key to) {
            meddle(to);
            return super.copy(from, ifMatch, to);
        }

        @Override
        public Etag replace(Key key, Sha256 sha256, long length, ContentSource bytes) {
            meddle(key);
            try (var document = bytes.open();
                    var beside = read(new Key(key.value().replace("meta.json", "a")), 0, null)) {
                if (text(document).contains("\"clean\"")) {
                    cleanOver.add(text(beside));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (StoreException.Missing e) {
                cleanOver.add("nothing");
            }
            return super.replace(key, sha256, length, bytes);
        }

        private static String text(InputStream in) throws IOException {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }

        @Override
        public void delete(Collection<Key> keys) {
            keys.forEach(this::meddle);
            super.delete(keys);
        }
    }

    private static Predicate<Key> live(String path) {
        return key -> key.value().startsWith("datasets/") && key.value().endsWith("/" + path);
    }

    @Test
    void aFileThatBecomesAFolderWhileItIsPublishedIsPublished() throws IOException {
        stage.upload(cats, UploadMode.ADD, Map.of("a", "one", "z", "other"));
        stage.publish(cats);
        stage.upload(cats, UploadMode.ADD, Map.of("a", "two"));
        store.before(live("a"), () -> {
            stage.delete(cats, "a");
            stage.upload(cats, UploadMode.ADD, Map.of("a/b", "three"));
        });
        assertThat(stage.publish(cats)).isEqualTo(Publisher.Outcome.DRAINED);
        assertThat(stage.liveTree(cats)).isEqualTo(Map.of("a/b", "three", "z", "other"));
    }

    @Test
    void aFolderThatBecomesAFileWhileItIsPublishedIsPublished() throws IOException {
        stage.upload(cats, UploadMode.ADD, Map.of("a/b", "one", "a/c", "two"));
        stage.publish(cats);
        stage.upload(cats, UploadMode.ADD, Map.of("a/b", "three"));
        store.before(live("a/b"), () -> {
            stage.delete(cats, "a/b", "a/c");
            stage.upload(cats, UploadMode.ADD, Map.of("a", "file"));
        });
        assertThat(stage.publish(cats)).isEqualTo(Publisher.Outcome.DRAINED);
        assertThat(stage.liveTree(cats)).isEqualTo(Map.of("a", "file"));
    }

    @Test
    void metaJsonIsNeverCleanBeforeTheLastFileIsThere() throws IOException {
        stage.upload(cats, UploadMode.ADD, Map.of("a", "one"));
        stage.publish(cats);
        stage.upload(cats, UploadMode.ADD, Map.of("a", "two"));
        var asked = new AtomicInteger();
        // the first time it is asked is for `publishing`; the second time every file of generation 2 is there
        var publisher = stage.publisher(Watched.port(PublishRows.class, stage.rows(), call -> {
            if (call.equals("metaDue") && asked.incrementAndGet() == 2) {
                stage.upload(cats, UploadMode.ADD, Map.of("a", "three"));
            }
        }));
        assertThat(publisher.publish(cats)).isEqualTo(Publisher.Outcome.DRAINED);
        assertThat(store.cleanOver).containsExactly("one", "three");
        assertThat(stage.liveTree(cats)).isEqualTo(Map.of("a", "three"));
    }

    @Test
    void aCopyThatOutlivesItsLeaseIsTheOnlyOneAtWork() throws IOException {
        stage.upload(cats, UploadMode.ADD, Map.of("a", "one"));
        stage.publish(cats);
        stage.upload(cats, UploadMode.ADD, Map.of("a", "two"));
        var meanwhile = new ArrayList<Publisher.Outcome>();
        store.before(live("a"), () -> {
            stage.pass(Duration.ofHours(1));
            meanwhile.add(stage.publish(cats));
        });
        assertThat(stage.publish(cats)).isEqualTo(Publisher.Outcome.DRAINED);
        assertThat(meanwhile).containsExactly(Publisher.Outcome.BUSY);
        assertThat(stage.liveTree(cats)).isEqualTo(Map.of("a", "two"));
    }

    @Test
    void aSlowCopyOfAnOldContentIsNotTakenForOneThatACrashLeft() throws IOException {
        stage.upload(cats, UploadMode.ADD, Map.of("a", "one"));
        stage.publish(cats);
        stage.upload(cats, UploadMode.ADD, Map.of("a", "two"));
        store.before(key -> key.value().startsWith("history/"), () -> {
            stage.pass(Duration.ofHours(1));
            stage.sweep();
        });
        stage.publish(cats);
        assertThat(stage.history()).hasSize(2);
        assertThat(stage.read(cats, 1, "a")).isEqualTo("one");
        assertThat(stage.read(cats, 2, "a")).isEqualTo("two");
    }
}
