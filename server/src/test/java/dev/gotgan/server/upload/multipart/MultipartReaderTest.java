package dev.gotgan.server.upload.multipart;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MultipartReaderTest {
    private static final String BOUNDARY = "xYz0123456789xYz";

    private record Part(String name, @Nullable String filename, String text) {}

    @Test
    void partsComeOutAsTheyWentIn() throws IOException {
        assertThat(read(form("name", null, "Birds") + form("files", "a/b.txt", "line\r\n\r\nline") + end()))
                .containsExactly(new Part("name", null, "Birds"), new Part("files", "a/b.txt", "line\r\n\r\nline"));
    }

    @Test
    void aFormWithoutPartsIsEmpty() throws IOException {
        assertThat(read(end())).isEmpty();
    }

    @Test
    void whatLooksLikeTheBoundaryIsContent() throws IOException {
        var text =
                "\r\n--" + BOUNDARY.substring(1) + "\r\n--" + BOUNDARY.substring(0, 15) + "\r\n-\r\n--xYz0123456789x";
        assertThat(read(form("files", "a", text) + end())).containsExactly(new Part("files", "a", text));
    }

    @Test
    void whatStandsBeforeAndAfterTheFormIsNoPart() throws IOException {
        assertThat(read("preamble\r\n" + form("a", null, "1") + end() + "\r\nepilogue"))
                .containsExactly(new Part("a", null, "1"));
    }

    @Test
    void aPartThatNobodyReadsIsSkipped() throws IOException {
        var reader = reader(form("a", "a", "x".repeat(300_000)) + form("b", null, "2") + end());
        assertThat(reader.findNext()).hasValue(new PartHead("a", "a"));
        assertThat(reader.findNext()).hasValue(new PartHead("b", null));
        assertThat(reader.body().readAllBytes()).asString(UTF_8).isEqualTo("2");
        assertThat(reader.findNext()).isEmpty();
        assertThat(reader.findNext()).isEmpty();
    }

    /// Whatever the network cuts the body into, and wherever the buffer ends.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void anyContentSurvivesAnyCutting(long seed) throws IOException {
        var random = new Random(seed);
        var wanted = new ArrayList<byte[]>();
        var body = new ByteArrayOutputStream();
        for (int i = 0; i < 40; i++) {
            wanted.add(content(random));
            body.writeBytes(head("files", "f" + i).getBytes(UTF_8));
            body.writeBytes(wanted.getLast());
            body.writeBytes("\r\n".getBytes(UTF_8));
        }
        body.writeBytes(end().getBytes(UTF_8));
        var reader = new MultipartReader(new Dribble(body.toByteArray(), random), BOUNDARY);
        for (var each : wanted) {
            assertThat(reader.findNext()).isPresent();
            assertThat(reader.body().readAllBytes()).isEqualTo(each);
        }
        assertThat(reader.findNext()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "--xYz0123456789xYz",
                "--xYz0123456789xYz\r\nContent-Disposition: form-data; name=\"a\"\r\n",
                "--xYz0123456789xYz\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nhalf of",
                "--xYz0123456789xYz\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx\r\n--xYz0123456789xYz"
            })
    void aBodyThatStopsHalfWayIsNeverTakenForAWholeOne(String body) {
        assertThatThrownBy(() -> read(body)).isInstanceOf(MultipartTruncated.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--xYz0123456789xYzjunk\r\n\r\n",
                "--xYz0123456789xYz\r\nContent-Type: text/plain\r\n\r\nx\r\n--xYz0123456789xYz--",
                "--xYz0123456789xYz\r\nContent-Disposition: form-data\r\n\r\nx\r\n--xYz0123456789xYz--",
                "--xYz0123456789xYz\r\nContent-Disposition: form-data; name=\"a\r\n\r\nx\r\n--xYz0123456789xYz--",
                "--xYz0123456789xYz\r\nContent-Disposition: form-data; name=a; name=b\r\n\r\nx\r\n--xYz0123456789xYz--",
            })
    void aBodyThatIsNoFormIsRefused(String body) {
        assertThatThrownBy(() -> read(body)).isInstanceOf(MultipartInvalid.class);
    }

    @Test
    void headersWithoutEndAreRefused() {
        var body = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + "a".repeat(20_000);
        assertThatThrownBy(() -> read(body)).isInstanceOf(MultipartInvalid.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "filename=\"train/images/고양이.jpg\"          | train/images/고양이.jpg",
                "filename=plain.jpg                            | plain.jpg",
                "filename=\"a;b.jpg\"                          | a;b.jpg",
                "filename=\"say %22hi%22.jpg\"                 | say \"hi\".jpg",
                "filename=\"say \\\"hi\\\".jpg\"               | say \"hi\".jpg",
                "filename=\"100%25.jpg\"                       | 100%25.jpg",
                "filename=\"%2e%2e/x\"                         | %2e%2e/x",
                "filename=\"dir\\file.jpg\"                    | dir\\file.jpg",
                "filename=\"\"                                 | ``",
                "filename=\"x\"; filename*=UTF-8''na%C3%AFve%20b.txt | naïve b.txt",
            })
    void aNameIsWhatTheSenderMeant(String parameter, String meant) throws IOException {
        var body = "--" + BOUNDARY + "\r\nContent-Type: image/jpeg\r\ncontent-disposition: form-data; name=\"files\"; "
                + parameter + "\r\n\r\nx\r\n" + end();
        assertThat(read(body)).containsExactly(new Part("files", meant, "x"));
    }

    @Test
    void aNameThatIsNoUtf8IsRefused() {
        var body = head("files", "\u00ff\u00fe").getBytes(ISO_8859_1);
        var reader = new MultipartReader(new ByteArrayInputStream(body), BOUNDARY);
        assertThatThrownBy(reader::findNext).isInstanceOf(MultipartInvalid.class);
    }

    private static byte[] content(Random random) {
        var bytes = new byte[random.nextInt(4) == 0 ? random.nextInt(200_000) : random.nextInt(100)];
        random.nextBytes(bytes);
        for (int i = 0; i < bytes.length; i++) { // mostly the bytes that a delimiter is made of
            bytes[i] = random.nextInt(3) == 0 ? bytes[i] : (byte) ("\r\n--" + BOUNDARY).charAt((bytes[i] & 0xff) % 15);
        }
        return bytes;
    }

    private static String head(String name, @Nullable String filename) {
        var file = filename == null ? "" : "; filename=\"" + filename + "\"";
        return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"" + file + "\r\n\r\n";
    }

    private static String form(String name, @Nullable String filename, String text) {
        return head(name, filename) + text + "\r\n";
    }

    private static String end() {
        return "--" + BOUNDARY + "--\r\n";
    }

    private static MultipartReader reader(String body) {
        return new MultipartReader(new ByteArrayInputStream(body.getBytes(UTF_8)), BOUNDARY);
    }

    private static List<Part> read(String body) throws IOException {
        var reader = reader(body);
        var parts = new ArrayList<Part>();
        for (var head = reader.findNext(); head.isPresent(); head = reader.findNext()) {
            var text = new String(reader.body().readAllBytes(), UTF_8);
            parts.add(new Part(head.get().name(), head.get().filename(), text));
        }
        return parts;
    }

    /// A few bytes at a time, as a bad network has it.
    private static final class Dribble extends FilterInputStream {
        private final Random random;

        Dribble(byte[] bytes, Random random) {
            super(new ByteArrayInputStream(bytes));
            this.random = random;
        }

        @Override
        public int read(byte[] into, int offset, int wanted) throws IOException {
            return super.read(into, offset, Math.min(wanted, 1 + random.nextInt(random.nextBoolean() ? 3 : 9_000)));
        }
    }
}
