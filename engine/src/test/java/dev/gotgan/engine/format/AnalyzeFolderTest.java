package dev.gotgan.engine.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gotgan.engine.facts.AnalysisHint;
import dev.gotgan.engine.format.folder.AnalyzeFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.text.Normalizer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnalyzeFolderTest {
    @TempDir
    Path temp;

    private Path root = Path.of("");

    @BeforeEach
    void twoClasses() throws IOException {
        root = Files.createDirectories(temp.resolve("pets"));
        put("cat/a.png", Pictures.png(9, 9));
        put("dog/b.png", Pictures.png(8, 8));
    }

    @Test
    void aFolderIsWhatAnUploadOfItWouldBe() throws IOException {
        var folder = analyze();
        assertThat(Tables.summary(folder.analysis()))
                .isEqualTo("imagefolder image_classification [cat, dog] 2 images 2 objects");
        assertThat(folder.files()).isEqualTo(2);
        assertThat(folder.bytes()).isEqualTo(Pictures.png(9, 9).length + Pictures.png(8, 8).length);
        assertThat(folder.analysis().findings()).isEmpty();
        assertThat(folder.analysis().rows()).isEmpty();
    }

    @Test
    void whatNoDatasetHoldsIsSaidAndLeftOut() throws IOException {
        put("meta.json", new byte[] {'{'});
        put(".DS_Store", new byte[] {1});
        put("__MACOSX/cat/._a.png", new byte[] {1});
        put("cat/bad\u0007name.png", Pictures.png(3, 3));
        var folder = analyze();
        assertThat(folder.files()).isEqualTo(2);
        assertThat(folder.analysis().findings())
                .extracting(f -> f.kind() + " " + f.value() + " " + f.count())
                .containsExactlyInAnyOrder(
                        "meta_ignored meta.json 1", "junk_skipped  2", "path_refused cat/bad�name.png 1");
    }

    @Test
    void whereANameIsNoTextTheFileIsReadAllTheSame() throws IOException, InterruptedException {
        var script = "mkdir \"$(printf 'ma\\377')\" 'b\\c' && cp cat/a.png \"$(printf 'cat/x\\200.png')\""
                + " && cp cat/a.png \"$(printf 'ma\\377')/m.png\" && cp cat/a.png 'b\\c/n.png' && cp cat/a.png 'cat\\d.png'";
        var shell =
                new ProcessBuilder("sh", "-c", script).directory(root.toFile()).inheritIO();
        assertThat(shell.start().waitFor()).isZero();
        var folder = analyze();
        assertThat(Tables.summary(folder.analysis()))
                .isEqualTo("imagefolder image_classification [b, cat, dog, ma\uFFFD] 6 images 6 objects");
    }

    @Test
    void aLinkIsFollowedOnlyToAFileInside() throws IOException {
        var secret = temp.resolve("secret.png");
        Files.write(secret, Pictures.png(7, 7));
        Files.createSymbolicLink(root.resolve("cat/out.png"), secret);
        Files.createSymbolicLink(root.resolve("cat/gone.png"), temp.resolve("nowhere.png"));
        Files.createSymbolicLink(root.resolve("cat/in.png"), root.resolve("dog/b.png"));
        Files.createSymbolicLink(root.resolve("loop"), root);
        var folder = analyze();
        assertThat(folder.analysis().images()).isEqualTo(3);
        assertThat(folder.analysis().findings())
                .extracting(f -> f.kind() + " " + f.value())
                .containsExactlyInAnyOrder(
                        "link_skipped cat/out.png",
                        "link_skipped cat/gone.png",
                        "link_skipped loop",
                        "image_repeated ");
    }

    @Test
    void namesAreNormalised() throws IOException {
        put(Normalizer.normalize("고양이", Normalizer.Form.NFD) + "/c.png", Pictures.png(6, 6));
        assertThat(analyze().analysis().classes()).contains(Normalizer.normalize("고양이", Normalizer.Form.NFC));
    }

    @Test
    void aFolderThatIsNotThereIsAnError() {
        assertThatThrownBy(() -> new AnalyzeFolder().of(temp.resolve("none"), AnalysisHint.NONE))
                .isInstanceOf(NoSuchFileException.class);
    }

    private FolderAnalysis analyze() throws IOException {
        return new AnalyzeFolder().of(root, AnalysisHint.NONE);
    }

    private void put(String path, byte[] content) throws IOException {
        var file = root.resolve(path);
        Files.createDirectories(file.resolveSibling(""));
        Files.write(file, content);
    }
}
