package dev.gotgan.engine.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gotgan.engine.content.PathRefusal;
import dev.gotgan.engine.content.PathRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WalkTreeTest {
    @TempDir
    Path root;

    @Test
    void filesOfAllDepthsComeInPathOrderWithTheirSizes() throws IOException {
        write("b.txt", "22");
        write("a/z.txt", "1");
        write("a/deep/er/x.txt", "333");
        write("a-b.txt", "");
        Files.createDirectories(root.resolve("empty"));
        var files = WalkTree.of(root).files();
        assertThat(files)
                .extracting(file -> file.path().value())
                .containsExactly("a-b.txt", "a/deep/er/x.txt", "a/z.txt", "b.txt");
        assertThat(files).extracting(WalkTree.LocalFile::size).containsExactly(0L, 3L, 1L, 2L);
        assertThat(files)
                .allSatisfy(file -> assertThat(file.file())
                        .isEqualTo(root.resolve(file.path().value())));
    }

    @Test
    void clutterIsNamedOnceAndLinksAreNotFollowed() throws IOException {
        write("a/.git/objects/aa/1", "x");
        write("a/.git/HEAD", "x");
        write(".gotgan/receipt", "x");
        write("Thumbs.db", "x");
        write("meta.json", "{}");
        write("a/meta.json", "{}");
        Files.createSymbolicLink(root.resolve("link"), root.resolve("a"));
        var found = WalkTree.of(root);
        assertThat(found.files()).extracting(file -> file.path().value()).containsExactly("a/meta.json");
        assertThat(found.junk()).containsExactly(".gotgan", "Thumbs.db", "a/.git", "meta.json");
        assertThat(found.links()).containsExactly("link");
    }

    @Test
    void aNameThatNoDatasetMayHoldIsRefusedAndAFolderThatIsNotThereIsSaid() throws IOException {
        write("a/b\\c.txt", "x");
        assertThatThrownBy(() -> WalkTree.of(root)).isInstanceOf(PathRefused.class);
        assertThatThrownBy(() -> WalkTree.of(root.resolve("none"))).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void twoSpellingsOfOneNameAreRefusedBeforeAnythingIsSent() throws IOException {
        write("caf\u00E9.jpg", "one");
        write("cafe\u0301.jpg", "two");
        assertThatThrownBy(() -> WalkTree.of(root))
                .isInstanceOfSatisfying(
                        PathRefused.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(PathRefusal.PATH_COLLISION));
    }

    private void write(String name, String text) throws IOException {
        var file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
