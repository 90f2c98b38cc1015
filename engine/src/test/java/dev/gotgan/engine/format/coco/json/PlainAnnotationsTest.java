package dev.gotgan.engine.format.coco.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gotgan.engine.facts.Annotation;
import dev.gotgan.engine.format.finding.FindingLog;
import dev.gotgan.engine.format.label.ReadLabel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JsonParser;
import tools.jackson.core.util.JsonParserDelegate;

/// A file reads the same whether its plain annotations are read past the parser or by it.
class PlainAnnotationsTest {
    private static final String IMAGES =
            "\"images\": [{\"id\": 1, \"file_name\": \"a.png\", \"width\": 40, \"height\": 30}]";
    private static final String CATEGORIES = "\"categories\": [{\"id\": 1, \"name\": \"cat\"}]";
    private static final String PLAIN = "{\"id\": 1, \"image_id\": 1, \"category_id\": 1, \"bbox\": [1, 2.5, 3, 4]}";

    /// Values as they may stand behind any member; some plain, some not, some wrong.
    private static final List<String> VALUES = List.of(
            "1",
            "-0",
            "-0.0",
            "12.50",
            "199.84000000000003",
            "9007199254740993",
            "123456789012345678",
            "1234567890123456789",
            "0.1234567890123456789012345678901234567890123456789012345678901234567890",
            "1e3",
            "1E400",
            "NaN",
            "-Infinity",
            "007",
            "1.",
            ".5",
            "+1",
            "-",
            "0x1",
            "null",
            "true",
            "\"1\"",
            "\"7a\"",
            "{}",
            "{\"size\": [3, 4], \"counts\": [12]}",
            "[]",
            "[[]]",
            "[1]",
            "[1, 2, 3, 4]",
            "[-1.5, 2, 3, 4]",
            "[1, 2, \"3\", 4]",
            "[1, 2, 3,]",
            "[[1, 2, 3, 2, 3, 4]]",
            "[[1,2,3,2,3,4],[5,6,7,6,7,8,5.25,8]]",
            "[[1, 2], 3, 4]",
            "[[[1, 2, 3, 2, 3, 4]]]",
            "[[1, 2, 3, 2, 3]]");

    private static final List<String> NAMES = List.of(
            "id",
            "image_id",
            "category_id",
            "bbox",
            "segmentation",
            "area",
            "iscrowd",
            "keypoints",
            "num_keypoints",
            "caption",
            "category_name",
            "score",
            "i\\u0064",
            "id ",
            " id",
            "bbox\\n",
            "segments_info");

    private static final List<String> BLANKS = List.of("", "", " ", "\n", "\r\n", "\r", "\n\n  ", "\t", "\u000B");

    @Test
    void plainAnnotationsAreReadPastTheParser() throws IOException {
        var counted = new int[1];
        var content = file(PLAIN + "," + PLAIN + "," + PLAIN + ", {\"id\": 2, \"caption\": \"x\"}, " + PLAIN);
        var feed = feed(content, 1 << 12);
        var parser = new JsonParserDelegate(JsonLabels.open(feed)) {
            @Override
            public String nextName() {
                var name = super.nextName();
                counted[0] += "bbox".equals(name) ? 1 : 0;
                return name;
            }

            @Override
            public int releaseBuffered(OutputStream out) {
                return delegate.releaseBuffered(out);
            }
        };
        JsonLabels.read(feed, parser, annotation -> {}, new FindingLog());
        assertThat(counted[0]).as("the first only").isEqualTo(1);
    }

    @Test
    void whateverStandsInAnAnnotationReadsTheSame() throws IOException {
        var random = new Random(11);
        for (int i = 0; i < 4000; i++) {
            int count = 1 + random.nextInt(5);
            var annotations = IntStream.range(0, count)
                    .mapToObj(n -> annotation(random))
                    .collect(Collectors.joining(blank(random) + "," + blank(random)));
            assertSame(file(annotations));
        }
    }

    @Test
    void aByteChangedOrLostAnywhereReadsTheSame() throws IOException {
        var random = new Random(12);
        var content = bytes(file(PLAIN + ",\r\n" + PLAIN + ", " + PLAIN + "\n, " + annotation(random)));
        for (int at = 0; at < content.length; at++) {
            for (byte other : ",:[]{}\"0 \n\r.-\u0001x".getBytes(StandardCharsets.US_ASCII)) {
                var changed = content.clone();
                changed[at] = other;
                assertSame(changed);
            }
            var high = content.clone();
            high[at] |= (byte) 0x80;
            assertSame(high);
            assertSame(Arrays.copyOf(content, at));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"anns\": {\"a\": {\"image_id\": 1}, {\"image_id\": 2}}, \"images\": []}",
                "{\"images\": [], \"annotations\": [{\"id\": 1}, {\"id\": 1}, {\"id\": 1}]}",
                "{\"images\": [], \"annotations\": [{\"id\": 1}, {\"id\": 1, \"id\": 1}]}",
                "{\"images\": [], \"annotations\": [{\"id\": 1},\r\n {\"id\": 2},\r {\"id\": 3},\n\n x]}",
                "{\"images\": [], \"annotations\": [{\"id\": 1}, {\"id\": 2},]}",
                "{\"images\": [], \"annotations\": [{\"id\": 1}, {\"id\": 2, \"image_id \": 3}]}",
                "{\"images\": [], \"annotations\": [{\"id\": 1}, {\" id\": 2, \"image_id\": 3}]}",
                "{\"images\": [], \"annotations\": [{\"id\": 1}, {\"id\": 2} {\"id\": 3}]}",
                "{\"images\": [], \"annotations\": [{\"id\": 1}, {\"id\": 2}}",
                "{\"images\": [], \"annotations\": [{\"id\": 1}, 5, {\"id\": 2}, [], {\"id\": 3}], \"anns\": [{}, {\"id\": 9"
            })
    void oddFilesReadTheSame(String content) throws IOException {
        assertSame(content);
    }

    @Test
    void aReadThatFailsFailsForWhoeverReads() {
        var content = bytes(file(PLAIN + "," + PLAIN));
        var beginning = new ByteArrayInputStream(content, 0, content.length - 80);
        var torn = new SequenceInputStream(beginning, new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the line is dead");
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                throw new IOException("the line is dead");
            }
        });
        var feed = new JsonFeed(new byte[256], 0, torn);
        assertThatThrownBy(() -> JsonLabels.read(feed, JsonLabels.open(feed), annotation -> {}, new FindingLog()))
                .isInstanceOf(IOException.class)
                .hasMessage("the line is dead");
    }

    private static String file(String annotations) {
        return "{" + IMAGES + ",\n\"annotations\": [" + annotations + "],\n" + CATEGORIES + "}";
    }

    private static String annotation(Random random) {
        if (random.nextInt(3) == 0) {
            return PLAIN;
        }
        var names = new ArrayList<>(NAMES.subList(0, 3));
        for (int i = random.nextInt(5); i > 0; i--) {
            names.add(NAMES.get(random.nextInt(3, random.nextInt(4) > 0 ? 9 : NAMES.size())));
        }
        return names.stream()
                .map(name -> "\"" + name + "\"" + blank(random) + ":" + blank(random) + value(random))
                .collect(Collectors.joining("," + blank(random), "{", blank(random) + "}"));
    }

    private static String value(Random random) {
        return random.nextInt(3) > 0 ? "1" : VALUES.get(random.nextInt(VALUES.size()));
    }

    private static String blank(Random random) {
        return BLANKS.get(random.nextInt(random.nextInt(20) > 0 ? BLANKS.size() - 1 : BLANKS.size()));
    }

    private static void assertSame(String content) throws IOException {
        assertSame(bytes(content));
    }

    private static void assertSame(byte[] content) throws IOException {
        var expected = new ArrayList<String>();
        var wanted = read(content, 1 << 14, true, expected);
        for (int window : new int[] {64, 300, 1 << 14}) {
            var sent = new ArrayList<String>();
            assertThat(read(content, window, false, sent))
                    .as(new String(content, StandardCharsets.ISO_8859_1))
                    .isEqualTo(wanted);
            assertThat(sent).isEqualTo(expected);
        }
    }

    private static ReadLabel read(byte[] content, int window, boolean byTheParser, List<String> sent)
            throws IOException {
        var feed = feed(content, window);
        JsonParser parser = JsonLabels.open(feed);
        return JsonLabels.read(
                feed,
                byTheParser ? new KeepsAll(parser) : parser,
                annotation -> sent.add(text(annotation)),
                new FindingLog());
    }

    /// A parser that gives nothing back of what it has read ahead.
    private static final class KeepsAll extends JsonParserDelegate {
        KeepsAll(JsonParser parser) {
            super(parser);
        }

        @Override
        public int releaseBuffered(OutputStream out) {
            return -1;
        }
    }

    private static JsonFeed feed(String content, int window) {
        return feed(bytes(content), window);
    }

    private static JsonFeed feed(byte[] content, int window) {
        return new JsonFeed(new byte[window], 0, new ByteArrayInputStream(content));
    }

    private static byte[] bytes(String content) {
        return content.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(Annotation a) {
        return a.imageRef() + " " + a.ordinal() + " " + a.classRef() + " " + a.shape() + " "
                + Arrays.toString(a.numbers());
    }
}
