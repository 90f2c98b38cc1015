package dev.gotgan.engine.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpenArchiveTest {
    @ParameterizedTest
    @CsvSource({
        "377abcaf271c0004, 7z",
        "526172211a070100, RAR",
        "fd377a585a000004, xz",
        "28b52ffd24000100, zstd",
        "425a683931415926, bzip2"
    })
    void aForeignArchiveIsRefusedByItsName(String hex, String name) {
        var refused = catchThrowableOfType(
                ArchiveRefused.class, () -> Spooled.survey(HexFormat.of().parseHex(hex)));
        assertThat(refused.code()).isEqualTo("archive_type_mismatch");
        assertThat(refused.why()).contains(name).contains(".tar.gz");
    }

    @ParameterizedTest
    @ValueSource(strings = {"just text", "<html></html>", "P", "\u0089PNG\r\n\u001a\n", "ustar"})
    void whatIsNoArchiveIsRefusedWhateverItIsCalled(String text) {
        assertThat(Spooled.verdict(text.getBytes(StandardCharsets.ISO_8859_1))).isEqualTo("archive_type_mismatch");
        assertThat(Spooled.verdict(text.repeat(2000).getBytes(StandardCharsets.ISO_8859_1)))
                .isEqualTo("archive_type_mismatch");
    }

    @Test
    void aGzipWithoutATarInsideIsNoArchive() {
        byte[] text = "hello ".repeat(500).getBytes(StandardCharsets.US_ASCII);
        assertThat(Spooled.verdict(HandTar.gzip(text))).isEqualTo("archive_type_mismatch");
        assertThat(Spooled.verdict(
                        HandTar.gzip(HandZip.with("a.txt", "a".repeat(900)).bytes())))
                .isEqualTo("archive_type_mismatch");
    }

    @Test
    void whatHoldsNoFileIsEmpty() {
        assertThat(Spooled.verdict(new byte[0])).isEqualTo("archive_empty");
        assertThat(Spooled.verdict(new byte[10240])).isEqualTo("archive_empty");
        assertThat(Spooled.verdict(HandTar.gzip(new byte[0]))).isEqualTo("archive_empty");
        assertThat(Spooled.verdict(new HandZip().bytes())).isEqualTo("archive_empty");
        assertThat(Spooled.verdict(
                        HandZip.with("__MACOSX/._a", "x").add("meta.json", "{}").bytes()))
                .isEqualTo("archive_empty");
        assertThat(Spooled.verdict(new HandTar().entry('5', "a/", "").bytes())).isEqualTo("archive_empty");
    }

    @Test
    void aTarOfTheTimeBeforeUstarIsKnownByItsChecksum() {
        byte[] tar = HandTar.with("a.txt", "a").bytes();
        Arrays.fill(tar, 257, 265, (byte) 0);
        int sum = 8 * ' ';
        for (int i = 0; i < 512; i++) {
            sum += i >= 148 && i < 156 ? 0 : tar[i] & 0xFF;
        }
        byte[] digits = "%06o\0 ".formatted(sum).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(digits, 0, tar, 148, 8);
        assertThat(Spooled.files(tar)).containsOnlyKeys("a.txt");
    }

    @Test
    void aSplitZipIsSaidToBeOne() {
        assertThat(Spooled.verdict("PK\7\10rest".getBytes(StandardCharsets.ISO_8859_1)))
                .isEqualTo("archive_unsupported");
    }
}
