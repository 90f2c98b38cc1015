package dev.gotgan.engine.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import dev.gotgan.engine.archive.open.OpenArchive;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LimitsTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(Packers.class)
    void moreBytesThanTheLimitAreRefusedAndAsManyAreNot(Packers packer) throws IOException {
        byte[] bytes = packer.pack(Map.of("a.txt", "x".repeat(600), "b.txt", "y".repeat(400)));
        assertThat(Spooled.verdict(bytes, ArchiveLimits.upTo(1000))).isEqualTo("accepted");
        assertThat(Spooled.verdict(bytes, ArchiveLimits.upTo(999))).isEqualTo("archive_bomb_size");
    }

    @ParameterizedTest
    @EnumSource(Packers.class)
    void moreEntriesThanTheLimitAreRefused(Packers packer) throws IOException {
        byte[] bytes = packer.pack(Map.of("a.txt", "1", "b.txt", "2", "c.txt", "3"));
        assertThat(Spooled.verdict(bytes, new ArchiveLimits(1000, 3, 200, 1000)))
                .isEqualTo("accepted");
        assertThat(Spooled.verdict(bytes, new ArchiveLimits(1000, 2, 200, 1000)))
                .isEqualTo("archive_too_many_entries");
    }

    @Test
    void theRatioIsJudgedOnlyBeyondAFloor() throws IOException {
        for (var packer : new Packers[] {Packers.JDK_ZIP, Packers.TGZ}) {
            byte[] bytes = packer.pack(Map.of("zeros.bin", "\0".repeat(3 << 20)));
            assertThat(Spooled.verdict(bytes, new ArchiveLimits(1 << 30, 10, 200, 4 << 20)))
                    .isEqualTo("accepted");
            assertThat(Spooled.verdict(bytes, new ArchiveLimits(1 << 30, 10, 200, 1 << 20)))
                    .isEqualTo("archive_bomb_ratio");
        }
    }

    @Test
    void endlessZerosBehindATarAreABomb() {
        byte[] zeros = new byte[8 << 20];
        byte[] tar = HandTar.gzip(concat(HandTar.with("a.txt", "a").bytes(), zeros));
        assertThat(Spooled.verdict(tar, new ArchiveLimits(1 << 30, 10, 200, 1 << 20)))
                .isEqualTo("archive_bomb_ratio");
        assertThat(Spooled.verdict(tar, new ArchiveLimits(1 << 20, 10, 1 << 20, 1 << 30)))
                .isEqualTo("archive_bomb_size");
    }

    @Test
    void memoryDoesNotGrowWithAnEntry() throws IOException {
        var file = folder.resolve("large.zip");
        var random = new Random(1);
        byte[] megabyte = new byte[1 << 20];
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.setLevel(1);
            zip.putNextEntry(new ZipEntry("large.bin"));
            for (int i = 0; i < 24; i++) {
                random.nextBytes(megabyte);
                zip.write(megabyte);
            }
        }
        try (var archive = OpenArchive.of(file, Spooled.LIMITS)) {
            long before = allocated();
            byte[] buffer = new byte[1 << 16];
            archive.read((entry, in) -> {
                int n = 0;
                while (n >= 0) {
                    n = in.read(buffer);
                }
            });
            assertThat(allocated() - before).isLessThan(2L << 20);
        }
    }

    @Test
    void whatTheVisitorLeavesUnreadIsStillChecked() throws IOException {
        byte[] bytes = Packers.JDK_ZIP.pack(Map.of("a.txt", "x".repeat(100_000), "b.txt", "y"));
        var first = Spooled.open(bytes, archive -> {
            var starts = new StringBuilder();
            archive.read((entry, in) -> {
                starts.append((char) in.read());
                in.close();
            });
            return starts.toString();
        });
        assertThat(first).containsOnlyOnce("x").containsOnlyOnce("y");
    }

    @Test
    void aVisitorThatSwallowsARefusalDoesNotSaveTheArchive() {
        byte[] bad = HandTar.with("a.txt", "hello").withoutEnd();
        byte[] cut = java.util.Arrays.copyOf(bad, 514);
        assertThatThrownBy(() -> Spooled.open(
                        cut,
                        archive -> archive.read((entry, in) -> {
                            try {
                                in.readAllBytes();
                            } catch (ArchiveRefused swallowed) {
                                assertThat(swallowed.code()).isEqualTo("archive_truncated");
                            }
                        })))
                .isInstanceOf(ArchiveRefused.class);
    }

    @Test
    void theVisitorsOwnTroublePassesThrough() {
        byte[] good = HandZip.with("a.txt", "hello").bytes();
        assertThatThrownBy(() -> Spooled.open(
                        good,
                        archive -> archive.read((entry, in) -> {
                            throw new IOException("disk full");
                        })))
                .hasRootCauseMessage("disk full");
    }

    @Test
    void aSourceWhoseFileChangedIsRefusedAndNeverWrong() throws IOException {
        var file = folder.resolve("changed.zip");
        Files.write(file, HandZip.with("a.txt", "hello").bytes());
        try (var archive = OpenArchive.of(file, Spooled.LIMITS)) {
            var entries = new ArchiveEntry[1];
            archive.read((entry, in) -> entries[0] = entry);
            byte[] damaged = Files.readAllBytes(file);
            damaged[35] = 'j'; // the first of "hello"
            Files.write(file, damaged);
            var source = archive.findSource(entries[0]).orElseThrow();
            byte[] buffer = new byte[5];
            assertThatThrownBy(() -> read(source.open(), buffer)).isInstanceOf(ArchiveRefused.class);
        }
    }

    private static void read(InputStream in, byte[] buffer) throws IOException {
        try (in) {
            in.read(buffer);
        }
    }

    private static byte[] concat(byte[] a, byte[] b) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(a);
        out.writeBytes(b);
        return out.toByteArray();
    }

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }
}
