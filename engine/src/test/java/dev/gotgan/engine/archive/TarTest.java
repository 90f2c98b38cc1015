package dev.gotgan.engine.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class TarTest {
    private static final String TEXT = "hello, tar";

    @TestFactory
    Stream<DynamicTest> whatIsNotReadIsRefusedWithItsReason() {
        return Stream.of(
                        Map.entry("archive_hardlink", new HandTar().entry('1', "a", "")),
                        Map.entry("archive_symlink", new HandTar().entry('2', "a", "")),
                        Map.entry("archive_special", new HandTar().entry('3', "a", "")),
                        Map.entry("archive_special", new HandTar().entry('4', "a", "")),
                        Map.entry("archive_special", new HandTar().entry('6', "a", "")),
                        Map.entry("archive_special", new HandTar().entry('S', "a", "")),
                        Map.entry("archive_unsupported", new HandTar().entry('M', "a", "")),
                        Map.entry("archive_unsupported", new HandTar().entry('V', "a", "")),
                        Map.entry(
                                "archive_special",
                                new HandTar().pax("GNU.sparse.major", "1").file("a", TEXT)),
                        Map.entry("archive_ambiguous", new HandTar().entry('5', "a/", TEXT)),
                        Map.entry(
                                "archive_ambiguous",
                                new HandTar().pax("size", "3").file("a", TEXT)),
                        Map.entry(
                                "archive_ambiguous",
                                new HandTar().pax("path", "a", "path", "b").file("c", TEXT)),
                        Map.entry(
                                "archive_ambiguous",
                                new HandTar().pax("path", "a").pax("path", "b").file("c", TEXT)),
                        Map.entry(
                                "archive_ambiguous",
                                longName("a").pax("path", "b").file("c", TEXT)),
                        Map.entry("archive_ambiguous", new HandTar().entry('g', "g", HandTar.record("path", "x"))),
                        Map.entry(
                                "archive_ambiguous",
                                HandTar.with("a", TEXT).raw(new byte[1024]).file("b", TEXT)),
                        Map.entry(
                                "archive_ambiguous",
                                HandTar.with("a", TEXT).raw(new byte[512]).file("b", TEXT)),
                        Map.entry("archive_truncated", HandTar.with("a", TEXT).pax("path", "b")),
                        Map.entry(
                                "archive_corrupt",
                                new HandTar().entry('x', "x", "9 path=a").file("a", TEXT)),
                        Map.entry(
                                "archive_corrupt",
                                new HandTar().entry('x', "x", "99 path=a\n").file("a", TEXT)),
                        Map.entry(
                                "archive_corrupt",
                                new HandTar().entry('x', "x", "0 \n").file("a", TEXT)),
                        Map.entry(
                                "archive_corrupt",
                                new HandTar().pax("size", "-1").file("a", TEXT)),
                        Map.entry("archive_corrupt", new HandTar().header('0', "a", field("000000000x2\0"))),
                        Map.entry("archive_corrupt", new HandTar().header('0', "a", field("\u00ff".repeat(12)))),
                        Map.entry(
                                "archive_bomb_size",
                                new HandTar().header('0', "a", field("\u0080" + "\u007f".repeat(11)))),
                        Map.entry(
                                "archive_bomb_size",
                                new HandTar()
                                        .pax("size", "99999999999999999999")
                                        .file("a", "")),
                        Map.entry("archive_unsupported", new HandTar().header('x', "x", HandTar.octal(2 << 20))),
                        Map.entry(
                                "path_too_long",
                                longName("a/" + "b".repeat(300)).file("c", TEXT)),
                        Map.entry(
                                "path_traversal",
                                new HandTar().pax("path", "a/../../b").file("c", TEXT)),
                        Map.entry("path_ambiguous", HandTar.with("./a", TEXT)),
                        Map.entry(
                                "path_ambiguous",
                                new HandTar()
                                        .entry('5', "./", "")
                                        .file("./a", TEXT)
                                        .file("b", TEXT)),
                        Map.entry(
                                "path_ambiguous",
                                new HandTar().entry('5', "./", "").file("././a", TEXT)),
                        Map.entry(
                                "path_ambiguous",
                                new HandTar()
                                        .file("b", TEXT)
                                        .entry('5', "./", "")
                                        .file("./a", TEXT)),
                        Map.entry(
                                "path_traversal",
                                new HandTar().entry('5', "./", "").file("./../a", TEXT)),
                        Map.entry(
                                "path_absolute",
                                new HandTar().entry('5', "./", "").file(".//a", TEXT)),
                        Map.entry(
                                "path_collision",
                                new HandTar()
                                        .entry('5', "./", "")
                                        .file("./a", TEXT)
                                        .file("./a", TEXT)),
                        Map.entry("path_collision", HandTar.with("a", TEXT).file("a", TEXT)))
                .map(made -> DynamicTest.dynamicTest(made.getKey(), () -> {
                    assertThat(Spooled.verdict(made.getValue().bytes())).isEqualTo(made.getKey());
                    assertThat(Spooled.verdict(made.getValue().gzipped())).isEqualTo(made.getKey());
                }));
    }

    @Test
    void honestVariantsAreRead() {
        String name = "폴더/" + "가".repeat(60) + ".txt";
        String raw = new String(name.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        assertThat(Spooled.files(longName(raw).file("x", TEXT).bytes())).isEqualTo(Map.of(name, TEXT));
        assertThat(Spooled.files(new HandTar()
                        .pax("path", raw, "mtime", "1.5")
                        .file("x", TEXT)
                        .bytes()))
                .isEqualTo(Map.of(name, TEXT));
        assertThat(Spooled.files(longName(raw).pax("path", raw).file("x", TEXT).bytes()))
                .containsOnlyKeys(name);
        assertThat(Spooled.files(
                        new HandTar().pax("size", "10").entry('7', "x", TEXT).bytes()))
                .containsOnlyKeys("x");
        assertThat(Spooled.files(new HandTar()
                        .entry('g', "pax_global_header", HandTar.record("comment", "a commit"))
                        .entry('\0', "old/", "")
                        .entry('\0', "old/a", TEXT)
                        .bytes()))
                .containsOnlyKeys("old/a");
    }

    /// What `tar czf x.tgz .` writes.
    @Test
    void aTarThatSaysWhereItWasPackedIsReadFromThere() {
        for (String here : new String[] {"./", "."}) {
            var tar = new HandTar()
                    .entry('5', here, "")
                    .entry('5', "./images/", "")
                    .file("./images/a.jpg", TEXT)
                    .file("./data.yaml", "names: [cat]");
            assertThat(Spooled.files(tar.bytes())).containsOnlyKeys("images/a.jpg", "data.yaml");
            assertThat(Spooled.files(tar.gzipped())).containsOnlyKeys("images/a.jpg", "data.yaml");
        }
        assertThat(Spooled.verdict(new HandTar().entry('5', "./", "").bytes())).isEqualTo("archive_empty");
    }

    @Test
    void theEndMayBeMissingShortOrLong() {
        var tar = HandTar.with("a", TEXT);
        assertThat(Spooled.verdict(tar.withoutEnd())).isEqualTo("accepted");
        assertThat(Spooled.verdict(Arrays.copyOf(tar.withoutEnd(), 1024 + 512))).isEqualTo("accepted");
        assertThat(Spooled.verdict(Arrays.copyOf(tar.bytes(), 100_000))).isEqualTo("accepted");
        assertThat(Spooled.verdict(Arrays.copyOf(tar.bytes(), 700))).isEqualTo("archive_truncated");
    }

    @Test
    void koreanNamesOfWindowsAreReadWithAWarning() {
        byte[] cp949 = "고양이.txt".getBytes(Charset.forName("x-windows-949"));
        byte[] tar = HandTar.with(new String(cp949, StandardCharsets.ISO_8859_1), TEXT)
                .bytes();
        assertThat(Spooled.files(tar)).containsOnlyKeys("고양이.txt");
        assertThat(Spooled.survey(tar).warnings())
                .singleElement()
                .satisfies(notice -> assertThat(notice.code()).isEqualTo("path_encoding"));
        assertThat(Spooled.verdict(HandTar.with("\u00ff\u00fe\u00fa", TEXT).bytes()))
                .isEqualTo("path_encoding");
    }

    @Test
    void aSizeTooWideForTheHeaderIsTakenFromTheExtendedOne() {
        var tar = new HandTar().pax("size", String.valueOf(9L << 30)).header('0', "a", HandTar.octal(0));
        assertThat(Spooled.verdict(tar.bytes())).isEqualTo("archive_bomb_size");
        assertThat(Spooled.verdict(tar.bytes(), ArchiveLimits.upTo(20L << 30))).isEqualTo("archive_truncated");
    }

    @Test
    void gzipMembersWithEveryHeaderFieldAreReadOneAfterTheOther() {
        byte[] tar = HandTar.with("a", TEXT).file("b", TEXT).bytes();
        var joined = new ByteArrayOutputStream();
        joined.writeBytes(member(Arrays.copyOf(tar, 700)));
        joined.writeBytes(HandTar.gzip(new byte[0]));
        joined.writeBytes(HandTar.gzip(Arrays.copyOfRange(tar, 700, tar.length)));
        assertThat(Spooled.files(joined.toByteArray())).containsOnlyKeys("a", "b");
        joined.writeBytes(new byte[512]);
        assertThat(Spooled.verdict(joined.toByteArray())).isEqualTo("accepted");
        joined.write(1);
        assertThat(Spooled.verdict(joined.toByteArray())).isEqualTo("archive_ambiguous");
    }

    @Test
    void aDamagedGzipHeaderIsCorrupt() {
        byte[] good = member(HandTar.with("a", TEXT).bytes());
        assertThat(Spooled.verdict(good)).isEqualTo("accepted");
        for (int at : new int[] {2, 3, 4, 15, 20}) {
            byte[] bad = good.clone();
            bad[at] ^= (byte) 0x80;
            assertThat(Spooled.verdict(bad)).as("byte %d", at).isEqualTo("archive_corrupt");
        }
    }

    /// A gzip member with an extra field, a name, a comment and a checksum of its header.
    private static byte[] member(byte[] plain) {
        byte[] simple = HandTar.gzip(plain);
        var head = new ByteArrayOutputStream();
        head.writeBytes(Arrays.copyOf(simple, 10));
        head.writeBytes(new byte[] {3, 0, 'a', 'b', 'c'});
        head.writeBytes("name.tar\0comment\0".getBytes(StandardCharsets.US_ASCII));
        byte[] header = head.toByteArray();
        header[3] = 2 | 4 | 8 | 16;
        var crc = new CRC32();
        crc.update(header);
        var out = new ByteArrayOutputStream();
        out.writeBytes(header);
        out.writeBytes(HandZip.little(2, crc.getValue() & 0xFFFF));
        out.write(simple, 10, simple.length - 10);
        return out.toByteArray();
    }

    private static HandTar longName(String name) {
        return new HandTar().entry('L', "././@LongLink", name + "\0");
    }

    private static byte[] field(String bytes) {
        return bytes.getBytes(StandardCharsets.ISO_8859_1);
    }
}
