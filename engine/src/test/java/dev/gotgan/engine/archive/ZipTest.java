package dev.gotgan.engine.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ZipTest {
    private static final String TEXT = "hello, hello, hello";
    private static final long CRC = HandZip.crc(TEXT.getBytes(StandardCharsets.US_ASCII));

    @TestFactory
    Stream<DynamicTest> whatTwoReadersCouldReadTwoWaysIsAmbiguous() {
        return Map.<String, HandZip>of(
                        "another name at the entry", two(UnaryOperator.identity(), fields -> fields.named("c.txt")),
                        "another method at the entry", two(UnaryOperator.identity(), fields -> fields.method(8)),
                        "another checksum at the entry",
                                two(UnaryOperator.identity(), fields -> fields.numbers(1, 19, 19)),
                        "another size at the entry",
                                two(UnaryOperator.identity(), fields -> fields.numbers(CRC, 19, 5)),
                        "UTF-8 in one place only", two(UnaryOperator.identity(), fields -> fields.flagged(1 << 11)),
                        "a descriptor in one place only",
                                two(UnaryOperator.identity(), fields -> fields.flagged(1 << 3)),
                        "a descriptor that is not there", two(f -> f.flagged(8), f -> f.flagged(8)),
                        "bytes before the first entry",
                                HandZip.with("a.txt", TEXT).front("PK\3\4"),
                        "bytes before the directory",
                                HandZip.with("a.txt", TEXT).beforeDirectory("extra"),
                        "bytes between two entries", gap())
                .entrySet()
                .stream()
                .map(made -> DynamicTest.dynamicTest(
                        made.getKey(),
                        () -> assertThat(Spooled.verdict(made.getValue().bytes()))
                                .isEqualTo("archive_ambiguous")));
    }

    @TestFactory
    Stream<DynamicTest> whatIsNotReadIsRefusedWithItsReason() {
        return Map.<String, HandZip>ofEntries(
                        Map.entry("archive_symlink", HandZip.with("a", "b").mode(0xA1FF)),
                        Map.entry("archive_special", HandZip.with("a", "").mode(0x21FF)),
                        Map.entry("archive_encrypted", two(f -> f.flagged(1), f -> f.flagged(1))),
                        Map.entry("archive_unsupported", two(f -> f.method(12), f -> f.method(12))),
                        Map.entry("archive_corrupt", two(f -> f.numbers(1, 19, 19), f -> f.numbers(1, 19, 19))),
                        Map.entry("path_traversal", HandZip.with("../a", TEXT)),
                        Map.entry("path_collision", HandZip.with("a", TEXT).add("a/b", TEXT)))
                .entrySet()
                .stream()
                .map(made -> DynamicTest.dynamicTest(
                        made.getKey(),
                        () -> assertThat(Spooled.verdict(made.getValue().bytes()))
                                .isEqualTo(made.getKey())));
    }

    @Test
    void aFolderWithBytesAndAFileThatIsAFolderAreAmbiguous() {
        assertThat(Spooled.verdict(HandZip.with("a/", TEXT).bytes())).isEqualTo("path_ambiguous");
        assertThat(Spooled.verdict(HandZip.with("a", "").mode(0x41ED).bytes())).isEqualTo("archive_ambiguous");
        assertThat(Spooled.verdict(
                        HandZip.with("a/", "").mode(0x41ED).add("a/b", "").bytes()))
                .isEqualTo("accepted");
    }

    @Test
    void damagedCompressionIsCorruptWhereverItIsDamaged() {
        var longer = HandZip.deflate((TEXT + "!").getBytes(StandardCharsets.US_ASCII));
        var fields = new HandZip.Fields("a.txt", 0, 8, CRC, longer.length, TEXT.length(), "");
        assertThat(Spooled.verdict(new HandZip()
                        .raw(fields, longer, new byte[0], UnaryOperator.identity(), UnaryOperator.identity())
                        .bytes()))
                .isEqualTo("archive_corrupt");
        var shorter = HandZip.deflate("hello".getBytes(StandardCharsets.US_ASCII));
        var said = fields.numbers(CRC, shorter.length, TEXT.length());
        assertThat(Spooled.verdict(new HandZip()
                        .raw(said, shorter, new byte[0], UnaryOperator.identity(), UnaryOperator.identity())
                        .bytes()))
                .isEqualTo("archive_corrupt");
        byte[] padded = Arrays.copyOf(shorter, shorter.length + 5);
        var hidden = fields.numbers(HandZip.crc("hello".getBytes(StandardCharsets.US_ASCII)), padded.length, 5);
        assertThat(Spooled.verdict(new HandZip()
                        .raw(hidden, padded, new byte[0], UnaryOperator.identity(), UnaryOperator.identity())
                        .bytes()))
                .isEqualTo("archive_corrupt");
    }

    @Test
    void descriptorsOfEveryShapeAreReadAndChecked() {
        for (int shape = 0; shape < 4; shape++) {
            assertThat(Spooled.files(described(shape, CRC).bytes())).containsEntry("a.txt", TEXT);
            assertThat(Spooled.verdict(described(shape, CRC + 1).bytes())).isEqualTo("archive_ambiguous");
        }
    }

    @Test
    void theDirectoryMayListEntriesInAnyOrder() {
        var files = new HandZip()
                .add("b.txt", "2")
                .add("a.txt", "1")
                .add("c/d.txt", "3")
                .reversed();
        assertThat(Spooled.files(files.bytes())).isEqualTo(Map.of("a.txt", "1", "b.txt", "2", "c/d.txt", "3"));
    }

    @Test
    void theEndRecordHasToAgreeWithWhatThereIs() {
        assertThat(end(end -> new HandZip.End(0, 1, 1, end.size(), end.at(), end.comment())))
                .isEqualTo("archive_ambiguous");
        assertThat(end(end -> new HandZip.End(0, 3, 3, end.size(), end.at(), end.comment())))
                .isEqualTo("archive_ambiguous");
        assertThat(end(end -> new HandZip.End(0, 2, 2, end.size() - 1, end.at(), end.comment())))
                .isEqualTo("archive_ambiguous");
        assertThat(end(end -> new HandZip.End(0, 2, 2, end.size(), end.at() + 1, end.comment())))
                .isEqualTo("archive_ambiguous");
        assertThat(end(end -> new HandZip.End(1, 2, 2, end.size(), end.at(), end.comment())))
                .isEqualTo("archive_unsupported");
        assertThat(end(end -> new HandZip.End(0, 1, 2, end.size(), end.at(), end.comment())))
                .isEqualTo("archive_unsupported");
        assertThat(end(end -> new HandZip.End(0, 2, 2, end.size(), end.at(), "from Seoul")))
                .isEqualTo("accepted");
    }

    @Test
    void aStoredZipAsTheLastEntryDoesNotConfuseTheEnd() {
        byte[] inner = HandZip.with("x.txt", TEXT).bytes();
        var outer = HandZip.with("inner.zip", new String(inner, StandardCharsets.ISO_8859_1))
                .bytes();
        assertThat(Spooled.survey(outer).warnings())
                .singleElement()
                .satisfies(notice -> assertThat(notice.code()).isEqualTo("archive_nested"));
    }

    @Test
    void anEndRecordInsideAFileThatReachesToTheEndIsAmbiguous() {
        int after = HandZip.with("a.txt", swallowing(0)).bytes().length - (30 + "a.txt".length() + 22);
        assertThat(Spooled.verdict(HandZip.with("a.txt", swallowing(after - 1)).bytes()))
                .isEqualTo("accepted");
        assertThat(Spooled.verdict(HandZip.with("a.txt", swallowing(after)).bytes()))
                .isEqualTo("archive_ambiguous");
    }

    @Test
    void aDescriptorThatNothingAnnouncesIsAmbiguous() {
        var descriptor = HandZip.little(4, 0x08074b50, CRC, TEXT.length(), TEXT.length());
        byte[] text = HandZip.raw(TEXT);
        var fields = new HandZip.Fields("a.txt", 0, 0, CRC, text.length, text.length, "");
        var same = UnaryOperator.<HandZip.Fields>identity();
        assertThat(Spooled.verdict(
                        new HandZip().raw(fields, text, descriptor, same, same).bytes()))
                .isEqualTo("archive_ambiguous");
        assertThat(Spooled.verdict(new HandZip()
                        .raw(fields.flagged(8), text, descriptor, same, same)
                        .bytes()))
                .isEqualTo("accepted");
    }

    @Test
    void aSecondNameHasToBeTheSameName() {
        var latin = new HandZip().add("고양이.txt", TEXT, f -> f.extra(unicode("고양이.txt")), UnaryOperator.identity());
        assertThat(Spooled.files(latin.bytes())).containsOnlyKeys("고양이.txt");
        var other = new HandZip().add("고양이.txt", TEXT, f -> f.extra(unicode("개.txt")), UnaryOperator.identity());
        assertThat(Spooled.verdict(other.bytes())).isEqualTo("archive_ambiguous");
        var local = new HandZip().add("고양이.txt", TEXT, UnaryOperator.identity(), f -> f.extra(unicode("개.txt")));
        assertThat(Spooled.verdict(local.bytes())).isEqualTo("archive_ambiguous");
    }

    @Test
    void damagedExtraFieldsAreCorruptAndZerosBehindThemAreNot() {
        assertThat(extras(HandZip.little(2, 0x5455, 400))).isEqualTo("archive_corrupt");
        assertThat(extras(new byte[] {1, 2, 3})).isEqualTo("archive_corrupt");
        assertThat(extras(new byte[] {0, 0, 0})).isEqualTo("accepted");
        assertThat(extras(HandZip.extra(0x9901, new byte[7]))).isEqualTo("archive_encrypted");
        var twice = ByteBuffer.allocate(8)
                .put(HandZip.extra(1))
                .put(HandZip.extra(1))
                .array();
        assertThat(extras(twice)).isEqualTo("accepted"); // both empty: nothing to disagree on
    }

    @Test
    void zip64NumbersReplaceOnlyThoseThatAreTooWide() {
        byte[] wide = HandZip.extra(1, HandZip.little(8, TEXT.length(), TEXT.length()));
        UnaryOperator<HandZip.Fields> zip64 =
                fields -> fields.numbers(fields.crc(), 0xFFFFFFFFL, 0xFFFFFFFFL).extra(wide);
        assertThat(Spooled.files(new HandZip().add("a.txt", TEXT, zip64, zip64).bytes()))
                .containsEntry("a.txt", TEXT);
        UnaryOperator<HandZip.Fields> missing = fields -> fields.numbers(fields.crc(), 0xFFFFFFFFL, 0xFFFFFFFFL);
        assertThat(Spooled.verdict(
                        new HandZip().add("a.txt", TEXT, missing, missing).bytes()))
                .isEqualTo("archive_corrupt");
    }

    /// An end record with a comment of that many bytes.
    private static String swallowing(int comment) {
        return "PK\5\6" + "\0".repeat(16) + HandZip.latin(HandZip.little(2, comment));
    }

    private static HandZip two(UnaryOperator<HandZip.Fields> central, UnaryOperator<HandZip.Fields> local) {
        return HandZip.with("a.txt", TEXT).add("b.txt", TEXT, central, local);
    }

    private static HandZip gap() {
        byte[] text = TEXT.getBytes(StandardCharsets.US_ASCII);
        var fields = new HandZip.Fields("a.txt", 0, 0, CRC, text.length, text.length, "");
        return new HandZip()
                .raw(fields, text, new byte[] {1}, UnaryOperator.identity(), UnaryOperator.identity())
                .add("b.txt", TEXT);
    }

    private static HandZip described(int shape, long crc) {
        int packed = HandZip.deflate(TEXT.getBytes(StandardCharsets.US_ASCII)).length;
        var behind = ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN);
        if ((shape & 1) != 0) {
            behind.putInt(0x08074b50);
        }
        behind.putInt((int) crc);
        if ((shape & 2) != 0) {
            behind.putLong(packed).putLong(TEXT.length());
        } else {
            behind.putInt(packed).putInt(TEXT.length());
        }
        byte[] descriptor = Arrays.copyOf(behind.array(), behind.position());
        return new HandZip()
                .deflated(
                        "a.txt",
                        TEXT,
                        descriptor,
                        f -> f.flagged(8),
                        f -> f.flagged(8).numbers(0, 0, 0))
                .add("b.txt", TEXT);
    }

    private static String end(UnaryOperator<HandZip.End> lie) {
        return Spooled.verdict(
                HandZip.with("a.txt", TEXT).add("b.txt", TEXT).lie(lie).bytes());
    }

    private static String extras(byte[] extra) {
        return Spooled.verdict(new HandZip()
                .add("a.txt", TEXT, f -> f.extra(extra), UnaryOperator.identity())
                .bytes());
    }

    private static byte[] unicode(String name) {
        return HandZip.extra(0x7075, new byte[5], name.getBytes(StandardCharsets.UTF_8));
    }
}
