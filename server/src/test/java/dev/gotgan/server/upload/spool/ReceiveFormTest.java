package dev.gotgan.server.upload.spool;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gotgan.server.upload.multipart.MultipartTruncated;
import dev.gotgan.server.web.problem.Refused;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import org.assertj.core.api.AbstractThrowableAssert;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReceiveFormTest {
    private static final String BOUNDARY = "b";
    private static final long PLENTY = 100L << 30;

    @TempDir
    Path folder;

    @Test
    void fieldsMayComeBeforeAndAfterFiles() throws IOException {
        try (var spool = Spool.in(folder)) {
            var form = receive(
                    part("files", "a.txt", "one")
                            + part("name", null, " Birds ")
                            + part("files", "d/b.txt", "three")
                            + part("file", "x.zip", "PK")
                            + part("tags", null, "a,b"),
                    spool);
            assertThat(form.fields()).containsEntry("name", "Birds").containsEntry("tags", "a,b");
            assertThat(form.files()).extracting(Arrived::name).containsExactly("a.txt", "d/b.txt");
            assertThat(form.files()).extracting(ReceiveFormTest::text).containsExactly("one", "three");
            assertThat(form.archives()).extracting(ReceiveFormTest::text).containsExactly("PK");
        }
    }

    @Test
    void theSpoolIsGoneAfterwards() throws IOException {
        try (var spool = Spool.in(folder)) {
            receive(part("files", "a", "1"), spool);
            assertThat(folder).isNotEmptyDirectory();
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aStartGivesBackWhatAKilledServerLeft() throws IOException {
        var left = Spool.in(folder);
        receive(part("files", "a", "1"), left);
        Spool.clear(folder);
        assertThat(folder).isEmptyDirectory();
        Spool.clear(folder.resolve("never-was"));
    }

    @Test
    void aFieldThatNobodyKnowsIsRefused() {
        assertRefused(part("nmae", null, "Birds")).hasMessageContaining("field_unknown");
    }

    @Test
    void aFieldThatStandsTwiceIsRefused() {
        assertRefused(part("name", null, "a") + part("name", null, "b")).hasMessageContaining("field_invalid");
    }

    @Test
    void moreThanTheLimitIsRefusedBeforeItIsRead() {
        var limits = new Limits(1000, PLENTY, () -> PLENTY, () -> PLENTY);
        assertThatThrownBy(() -> receive(limits, 1001, "never read"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("upload_too_large");
    }

    @Test
    void moreThanTheLimitIsRefusedWhereNothingWasAnnounced() {
        var limits = new Limits(1000, PLENTY, () -> PLENTY, () -> PLENTY);
        assertThatThrownBy(() -> receive(limits, -1, part("files", "a", "x".repeat(2000)) + end()))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("upload_too_large");
    }

    @Test
    void aDiskWithoutRoomForItAndAGibibyteMoreRefuses() {
        var limits = new Limits(PLENTY, PLENTY, () -> 5L << 30, () -> PLENTY);
        assertThatThrownBy(() -> receive(limits, (4L << 30) + 1, "never read"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("insufficient_storage");
    }

    @Test
    void aDiskThatFillsUpMeanwhileRefuses() {
        var left = new long[] {2L << 30, (1L << 30) - 1};
        var asked = new int[1];
        var limits = new Limits(PLENTY, PLENTY, () -> left[Math.min(asked[0]++, 1)], () -> PLENTY);
        var many = new byte[70 << 20];
        Arrays.fill(many, (byte) 'x');
        assertThatThrownBy(() -> receive(limits, -1, part("files", "a", new String(many, UTF_8)) + end()))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("insufficient_storage");
    }

    @Test
    void whoHangsUpSentNothing() {
        assertThatThrownBy(() -> receive(
                        new Limits(PLENTY, PLENTY, () -> PLENTY, () -> PLENTY),
                        -1,
                        part("files", "a", "x") + "--b\r\nConte"))
                .isInstanceOf(MultipartTruncated.class);
        assertThat(folder).isEmptyDirectory();
    }

    private AbstractThrowableAssert<?, ?> assertRefused(String parts) {
        return assertThatThrownBy(
                        () -> receive(new Limits(PLENTY, PLENTY, () -> PLENTY, () -> PLENTY), -1, parts + end()))
                .isInstanceOf(Refused.class);
    }

    private void receive(Limits limits, long announced, String body) throws IOException {
        try (var spool = Spool.in(folder)) {
            new ReceiveForm(limits, Set.of("name", "tags"))
                    .receive(new ByteArrayInputStream(body.getBytes(UTF_8)), announced, BOUNDARY, spool);
        }
    }

    private static ReceivedUpload receive(String parts, Spool spool) throws IOException {
        return new ReceiveForm(new Limits(PLENTY, PLENTY, () -> PLENTY, () -> PLENTY), Set.of("name", "tags"))
                .receive(new ByteArrayInputStream((parts + end()).getBytes(UTF_8)), -1, BOUNDARY, spool);
    }

    private static String text(Arrived file) {
        try {
            var bytes = Files.readAllBytes(file.spool());
            return new String(bytes, (int) file.offset(), (int) file.size(), UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String part(String name, @Nullable String filename, String text) {
        var file = filename == null ? "" : "; filename=\"" + filename + "\"";
        return "--b\r\nContent-Disposition: form-data; name=\"" + name + "\"" + file + "\r\n\r\n" + text + "\r\n";
    }

    private static String end() {
        return "--b--\r\n";
    }
}
