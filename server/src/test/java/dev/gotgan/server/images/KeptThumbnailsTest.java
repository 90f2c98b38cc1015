package dev.gotgan.server.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.gotgan.engine.content.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptThumbnailsTest {
    private static final Sha256 A = Sha256.hash(new byte[] {1});
    private static final Sha256 B = Sha256.hash(new byte[] {2});
    private static final Sha256 C = Sha256.hash(new byte[] {3});

    private final List<IOException> trouble = new ArrayList<>();

    @TempDir
    private Path folder;

    @Test
    void eachContentAndSizeIsKeptByItself() throws IOException {
        var kept = kept(1000);
        kept.keep(A, 128, new byte[] {1});
        kept.keep(A, 256, new byte[] {2});
        assertThat(kept.find(A, 128))
                .hasValueSatisfying(bytes -> assertThat(bytes).containsExactly(1));
        assertThat(kept.find(A, 256))
                .hasValueSatisfying(bytes -> assertThat(bytes).containsExactly(2));
        assertThat(kept.find(B, 128)).isEmpty();
    }

    @Test
    void whatWasNotLookedAtForLongestGoesFirst() throws IOException {
        var kept = kept(25);
        kept.keep(A, 128, new byte[10]);
        kept.keep(B, 128, new byte[10]);
        assertThat(kept.find(A, 128)).isPresent();
        kept.keep(C, 128, new byte[10]);
        assertThat(kept.find(B, 128)).isEmpty();
        assertThat(kept.find(A, 128)).isPresent();
        assertThat(kept.find(C, 128)).isPresent();
        assertThat(kept.bytes()).isEqualTo(20);
        assertThat(onDisk()).isEqualTo(20);
    }

    @Test
    void keepingTheSameTwiceTakesItsRoomOnce() throws IOException {
        var kept = kept(25);
        kept.keep(A, 128, new byte[10]);
        kept.keep(A, 128, new byte[12]);
        assertThat(kept.bytes()).isEqualTo(12);
        assertThat(onDisk()).isEqualTo(12);
    }

    @Test
    void aRestartFindsWhatWasDrawnAndStillMindsTheBound() throws IOException {
        var before = kept(100);
        before.keep(A, 128, new byte[10]);
        before.keep(B, 128, new byte[10]);
        try (var files = Files.walk(folder)) {
            var older = files.filter(file -> file.toString().contains(A.hex())).toList();
            for (var file : older) {
                Files.setLastModifiedTime(file, FileTime.fromMillis(0));
            }
        }
        var after = kept(15);
        assertThat(after.find(A, 128)).isEmpty();
        assertThat(after.find(B, 128)).isPresent();
        assertThat(onDisk()).isEqualTo(10);
    }

    @Test
    void whatSomebodyRemovedIsDrawnAgain() throws IOException {
        var kept = kept(100);
        kept.keep(A, 128, new byte[10]);
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }
        assertThat(kept.find(A, 128)).isEmpty();
        assertThat(kept.bytes()).isZero();
    }

    /// The folder is a file; then, where it is a folder again, pictures are kept, and the next trouble is told of.
    @Test
    void aDiskThatTakesNothingFailsNobodyAndIsToldOfOnceEachTime() throws IOException {
        var broken = folder.resolve("broken");
        Files.write(broken, new byte[] {1});
        var kept = new KeptThumbnails(broken, 100, trouble::add);
        kept.keep(A, 128, new byte[10]);
        kept.keep(B, 128, new byte[10]);
        assertThat(kept.find(A, 128)).isEmpty();
        assertThat(kept.bytes()).isZero();
        assertThat(trouble).hasSize(1);
        Files.delete(broken);
        kept.keep(A, 128, new byte[10]);
        assertThat(kept.find(A, 128)).isPresent();
        Files.createFile(broken.resolve(B.hex().substring(0, 2)));
        kept.keep(B, 128, new byte[10]);
        kept.keep(B, 128, new byte[10]);
        assertThat(kept.find(B, 128)).isEmpty();
        assertThat(kept.find(A, 128)).isPresent();
        assertThat(trouble).hasSize(2);
    }

    /// A folder of `/proc` takes no files, whoever asks: the directory is there, the write fails.
    @Test
    void whatCannotBeWrittenIsNotCounted() throws IOException {
        var elsewhere = Path.of("/proc/self");
        assumeTrue(Files.isDirectory(elsewhere), "there is no /proc here");
        var kept = kept(100);
        Files.createSymbolicLink(folder.resolve(A.hex().substring(0, 2)), elsewhere);
        kept.keep(A, 128, new byte[10]);
        assertThat(kept.find(A, 128)).isEmpty();
        assertThat(kept.bytes()).isZero();
        assertThat(trouble).hasSize(1);
    }

    @Test
    void whatAKilledServerLeftHalfWrittenIsGoneAfterTheNextStart() throws IOException {
        kept(100).keep(A, 128, new byte[10]);
        Files.write(folder.resolve(A.hex().substring(0, 2)).resolve("0b6e.half"), new byte[7]);
        assertThat(kept(100).bytes()).isEqualTo(10);
        assertThat(onDisk()).isEqualTo(10);
    }

    private KeptThumbnails kept(long mostBytes) {
        return new KeptThumbnails(folder, mostBytes, trouble::add);
    }

    private long onDisk() throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }
}
