package dev.gotgan.engine.pull;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gotgan.engine.content.ContentHash;
import dev.gotgan.engine.content.FileEntry;
import dev.gotgan.engine.content.LogicalPath;
import dev.gotgan.engine.content.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PullWalkTest {
    private static final Map<String, String> CATS = Map.of("a/cat.jpg", "cat", "a/dog.jpg", "dog", "b.txt", "");

    @TempDir
    Path folder;

    @Test
    void anEmptyFolderGetsEveryByte() throws IOException {
        var receipt = pull(new Remote(1, CATS));
        assertThat(receipt.fetched()).isEqualTo(3);
        assertThat(receipt.files()).isEqualTo(3);
        assertThat(text("a/cat.jpg")).isEqualTo("cat");
        assertThat(text("b.txt")).isEmpty();
    }

    @Test
    void aSecondPullTransfersNothing() throws IOException {
        pull(new Remote(1, CATS));
        var again = new Remote(1, CATS);
        var receipt = pull(again);
        assertThat(again.sent).isEmpty();
        assertThat(receipt.kept()).isEqualTo(3);
        assertThat(receipt.contentHash()).isEqualTo(again.manifest().contentHash());
    }

    @Test
    void aByteFlippedUnderTheSameSizeAndTimeIsFoundAndMended() throws IOException {
        pull(new Remote(1, CATS));
        var cat = folder.resolve("a/cat.jpg");
        var time = Files.getLastModifiedTime(cat);
        Files.writeString(cat, "cut");
        Files.setLastModifiedTime(cat, time);
        var again = new Remote(1, CATS);
        pull(again);
        assertThat(again.sent).containsExactly("a/cat.jpg");
        assertThat(text("a/cat.jpg")).isEqualTo("cat");
    }

    @Test
    void filesThatTheDatasetNoLongerHasGoAndThoseOfOthersStay() throws IOException {
        pull(new Remote(1, CATS));
        Files.writeString(folder.resolve("a/mine.txt"), "mine");
        var receipt = pull(new Remote(2, Map.of("b.txt", "new")));
        assertThat(folder.resolve("a/cat.jpg")).doesNotExist();
        assertThat(text("a/mine.txt")).isEqualTo("mine");
        assertThat(receipt.removed()).isEqualTo(2);
        assertThat(receipt.others()).isEqualTo(1);
        assertThat(text("b.txt")).isEqualTo("new");
    }

    @Test
    void aFileThatItsOwnerEditedIsNotRemoved() throws IOException {
        pull(new Remote(1, CATS));
        Files.writeString(folder.resolve("a/cat.jpg"), "my own cat");
        pull(new Remote(2, Map.of("b.txt", "")));
        assertThat(text("a/cat.jpg")).isEqualTo("my own cat");
    }

    @Test
    void wrongBytesNeverReachTheirPlace() throws IOException {
        pull(new Remote(1, Map.of("b.txt", "old")));
        var lying = new Remote(2, Map.of("b.txt", "new"));
        lying.contents.put("b.txt", "bad");
        assertThatThrownBy(() -> pull(lying))
                .isInstanceOfSatisfying(
                        PullRefused.class, e -> assertThat(e.code()).isEqualTo("hash_mismatch"));
        assertThat(text("b.txt")).isEqualTo("old");
        assertThat(leftovers()).isEmpty();
    }

    @Test
    void aManifestThatIsNotItsHashIsRefusedBeforeAnythingIsTouched() throws IOException {
        var lying = new Remote(1, CATS);
        lying.hash = Sha256.EMPTY;
        assertThatThrownBy(() -> pull(lying)).isInstanceOf(PullRefused.class);
        assertThat(folder.resolve("a")).doesNotExist();
    }

    @Test
    void aFolderThatIsALinkLeadsNowhere(@TempDir Path elsewhere) throws IOException {
        Files.createSymbolicLink(folder.resolve("a"), elsewhere);
        assertThatThrownBy(() -> pull(new Remote(1, CATS)))
                .isInstanceOfSatisfying(
                        PullRefused.class, e -> assertThat(e.code()).isEqualTo("path_traversal"));
        assertThat(elsewhere).isEmptyDirectory();
    }

    @Test
    void aFolderThatHoldsEverythingNeedsNoServer() throws IOException {
        var pulled = pull(new Remote(3, CATS));
        Files.writeString(folder.resolve("mine.txt"), "mine");
        var cached = new CachedPull(2).find("cats", null, folder).orElseThrow();
        assertThat(cached.contentHash()).isEqualTo(pulled.contentHash());
        assertThat(List.of(cached.generation(), cached.files(), cached.bytes(), cached.kept(), cached.others()))
                .containsExactly(3L, 3L, pulled.bytes(), 3L, 1L);
        assertThat(new CachedPull(2).find("cats", 3L, folder)).isPresent();
    }

    @Test
    void aFolderThatHoldsSomethingElseDoes() throws IOException {
        pull(new Remote(3, CATS));
        assertThat(new CachedPull(2).find("cats", 2L, folder)).isEmpty();
        assertThat(new CachedPull(2).find("dogs", null, folder)).isEmpty();
        assertThat(new CachedPull(2).find("cats", null, folder.resolve("nowhere")))
                .isEmpty();
        Files.writeString(folder.resolve("a/cat.jpg"), "cut");
        assertThat(new CachedPull(2).find("cats", null, folder)).isEmpty();
    }

    @Test
    void aPullThatWasCutShortLeavesNothingToRelyOn() throws IOException {
        pull(new Remote(3, Map.of("b.txt", "old")));
        var lying = new Remote(4, Map.of("b.txt", "new"));
        lying.contents.put("b.txt", "bad");
        assertThatThrownBy(() -> pull(lying)).isInstanceOf(PullRefused.class);
        assertThat(new CachedPull(2).find("cats", null, folder)).isEmpty();
    }

    @Test
    void verifyNamesWhatDiffersAndNothingElse() throws IOException {
        pull(new Remote(1, CATS));
        assertThat(new VerifyFolder(2).run(folder).wrong()).isEmpty();
        Files.writeString(folder.resolve("a/dog.jpg"), "dig");
        Files.delete(folder.resolve("b.txt"));
        assertThat(new VerifyFolder(2).run(folder).wrong())
                .extracting(file -> file.path().value())
                .containsExactly("a/dog.jpg", "b.txt");
    }

    private PullReceipt pull(Remote remote) throws IOException {
        return new PullDataset(remote, 2).run(folder, (file, bytes) -> {});
    }

    private String text(String path) throws IOException {
        return Files.readString(folder.resolve(path));
    }

    private List<Path> leftovers() throws IOException {
        try (var files = Files.list(folder.resolve(".gotgan/tmp"))) {
            return files.toList();
        }
    }

    private static final class Remote implements PullSource {
        private final long generation;
        private final List<FileEntry> files;
        private final Map<String, String> contents;
        private final List<String> sent = Collections.synchronizedList(new ArrayList<>());
        private Sha256 hash;

        private Remote(long generation, Map<String, String> contents) {
            this.generation = generation;
            this.contents = new TreeMap<>(contents);
            this.files = contents.entrySet().stream()
                    .map(each -> new FileEntry(
                            LogicalPath.of(each.getKey()),
                            Sha256.hash(each.getValue().getBytes(StandardCharsets.UTF_8)),
                            each.getValue().length()))
                    .toList();
            this.hash = ContentHash.of(files.stream().sorted().toList());
        }

        @Override
        public Manifest manifest() {
            return new Manifest("cats", generation, hash, files);
        }

        @Override
        public void fetch(List<FileEntry> wanted, Receiver receiver) throws IOException {
            for (var file : wanted) {
                sent.add(file.path().value());
                var bytes = contents.getOrDefault(file.path().value(), "").getBytes(StandardCharsets.UTF_8);
                receiver.file(file, new ByteArrayInputStream(bytes));
            }
        }
    }
}
