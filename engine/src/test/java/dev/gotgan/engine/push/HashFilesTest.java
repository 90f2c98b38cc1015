package dev.gotgan.engine.push;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gotgan.engine.content.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HashFilesTest {
    private static final Duration LONG = Duration.ofMinutes(5);

    @TempDir
    Path temp;

    private Path root;
    private Path kept;

    @BeforeEach
    void enter() throws IOException {
        root = Files.createDirectory(temp.resolve("root"));
        kept = temp.resolve("cache/stat");
        Files.writeString(root.resolve("a.txt"), "one");
    }

    /// Hashes as a push does that begins `later` than now.
    private List<String> hash(Duration later) throws IOException {
        var cache = StatCache.read(kept);
        var glance = WalkTree.look(root);
        var listing = glance.listing();
        var hashed =
                new HashFiles(cache, InstantSource.offset(InstantSource.system(), later), 4).of(listing, bytes -> {});
        cache.write(kept, listing, new StatCache.Whole(glance.fingerprint(), sha256("all of it"), hashed.size()));
        return hashed.stream().map(file -> file.entry().sha256().hex()).toList();
    }

    private static String sha(String text) {
        return sha256(text).hex();
    }

    private static Sha256 sha256(String text) {
        return Sha256.hash(text.getBytes(StandardCharsets.UTF_8));
    }

    /// Whether a push would know all of the folder by its look.
    private boolean isKnownAtAGlance() throws IOException {
        var look = WalkTree.look(root).fingerprint();
        return StatCache.readWhole(kept)
                .filter(whole -> whole.look().equals(look))
                .isPresent();
    }

    /// Says of every cached file that it holds something else: whoever believes the cache shows it.
    private void forge() throws IOException {
        Files.writeString(kept, Files.readString(kept).replace(sha("one"), sha("forged")));
    }

    @Test
    void aFileThatWasNotTouchedIsNotReadAgain() throws IOException {
        assertThat(hash(LONG)).containsExactly(sha("one"));
        forge();
        assertThat(hash(LONG)).containsExactly(sha("forged"));
    }

    @Test
    void aFileOfTheSameSizeAndTimeIsReadAgainIfAnythingElseOfItChanged() throws IOException {
        var time = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));
        Files.setLastModifiedTime(root.resolve("a.txt"), time);
        hash(LONG);
        Files.writeString(root.resolve("a.txt"), "two");
        Files.setLastModifiedTime(root.resolve("a.txt"), time);
        assertThat(hash(LONG)).containsExactly(sha("two"));
    }

    @Test
    void aFileThatWasWrittenWhileItWasHashedIsNotTrustedNextTime() throws IOException {
        hash(Duration.ZERO);
        forge();
        assertThat(hash(LONG)).containsExactly(sha("one"));
    }

    @Test
    void aFolderThatWasNotTouchedIsKnownAtAGlance() throws IOException {
        Files.createDirectories(root.resolve("b/c"));
        Files.writeString(root.resolve("b/c/d.txt"), "two");
        assertThat(isKnownAtAGlance()).isFalse();
        hash(LONG);
        assertThat(isKnownAtAGlance()).isTrue();
        assertThat(StatCache.readWhole(kept).orElseThrow().files()).isEqualTo(2);
        hash(LONG);
        assertThat(isKnownAtAGlance()).isTrue();
    }

    @Test
    void anythingThatHappensToAFolderIsSeenAtAGlance() throws IOException {
        var file = Files.writeString(Files.createDirectories(root.resolve("b")).resolve("c.txt"), "two");
        hash(LONG);
        var time = Files.getLastModifiedTime(file);
        List<Touch> touches = List.of(
                () -> Files.writeString(file, "six"),
                () -> Files.setLastModifiedTime(file, time),
                () -> Files.move(file, root.resolve("b/d.txt")),
                () -> Files.writeString(root.resolve("e.txt"), ""),
                () -> Files.delete(root.resolve("e.txt")),
                () -> Files.move(root.resolve("b"), root.resolve("f")),
                () -> Files.move(root.resolve("f/d.txt"), root.resolve("d.txt")),
                () -> Files.move(root.resolve("d.txt"), root.resolve("a.txt"), StandardCopyOption.REPLACE_EXISTING));
        for (var touch : touches) {
            touch.happen();
            assertThat(isKnownAtAGlance()).isFalse();
            hash(LONG);
            assertThat(isKnownAtAGlance()).isTrue();
        }
    }

    @FunctionalInterface
    private interface Touch {
        void happen() throws IOException;
    }

    @Test
    void aFolderWithAFileThatWasJustWrittenIsNotTrustedAtAGlance() throws IOException {
        hash(Duration.ZERO);
        assertThat(isKnownAtAGlance()).isFalse();
        hash(LONG);
        assertThat(isKnownAtAGlance()).isTrue();
    }

    @Test
    void aFileThatChangedBetweenTheLookAndTheHashLeavesTheFolderUnknown() throws IOException {
        var glance = WalkTree.look(root);
        Files.writeString(root.resolve("a.txt"), "another");
        var cache = StatCache.read(kept);
        var listing = glance.listing();
        new HashFiles(cache, InstantSource.offset(InstantSource.system(), LONG), 4).of(listing, bytes -> {});
        cache.write(kept, listing, new StatCache.Whole(glance.fingerprint(), sha256("all of it"), 1));
        assertThat(StatCache.readWhole(kept)).isEmpty();
    }

    @Test
    void aTornOrForeignCacheIsNoCache() throws IOException {
        hash(LONG);
        var whole = Files.readString(kept);
        Files.writeString(kept, whole.substring(0, whole.length() - 20));
        assertThat(hash(LONG)).containsExactly(sha("one"));
        Files.write(kept, new byte[] {(byte) 0xFF, 0, 1});
        assertThat(hash(LONG)).containsExactly(sha("one"));
    }

    @Test
    void filesThatAreGoneAreForgotten() throws IOException {
        Files.writeString(root.resolve("b.txt"), "two");
        hash(LONG);
        Files.delete(root.resolve("b.txt"));
        hash(LONG);
        assertThat(Files.readString(kept)).contains("a.txt").doesNotContain("b.txt");
    }

    @Test
    void filesComeInPathOrderWithTheirSizes() throws IOException {
        Files.createDirectories(root.resolve("b"));
        Files.writeString(root.resolve("b/c.txt"), "12345");
        Files.writeString(root.resolve("b.txt"), "");
        var hashed = new HashFiles(StatCache.read(kept), InstantSource.system(), 4).of(WalkTree.of(root), bytes -> {});
        assertThat(hashed).extracting(file -> file.entry().path().value()).containsExactly("a.txt", "b.txt", "b/c.txt");
        assertThat(hashed).extracting(file -> file.entry().size()).containsExactly(3L, 0L, 5L);
    }
}
