package dev.gotgan.engine.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gotgan.engine.content.LogicalPath;
import dev.gotgan.engine.content.Sha256;
import dev.gotgan.engine.facts.Annotation;
import dev.gotgan.engine.format.label.AnnotationSink;
import dev.gotgan.engine.format.label.LabelKind;
import dev.gotgan.engine.image.Ranges;
import dev.gotgan.engine.testing.Shared;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FactReaderTest {
    private final FactReader reader = new FactReader();

    @ParameterizedTest
    @ValueSource(strings = {"a.json", "a.xml", "a.txt", "a.yaml", "a.jpg", "a.bin"})
    void everyContentIsReadToItsEndAndStaysOpen(String name) throws IOException {
        for (var start : List.of("", "{\"images\": [", "<annotation>", "0 0.5 0.5 0.1 0.1\n", "names: [", "\u0000")) {
            for (int length : new int[] {0, 10, 3 << 20}) {
                var bytes = (start + "x ".repeat(length / 2)).getBytes(StandardCharsets.UTF_8);
                var open = new Watched(bytes);
                reader.read(LogicalPath.of(name), open, AnnotationSink.NONE);
                assertThat(open.available()).as("%s %s %d", name, start, length).isZero();
                assertThat(open.closed).isFalse();
            }
        }
    }

    /// The JDK's parser has no sentence for it and throws what it does not declare: the fuzzer's.
    @Test
    void aCharacterThatNoDocumentTypeMayHoldIsAFinding() throws IOException {
        var xml = "<?xml version=\"1.0\"?><!DOCTYPE annotation [\u0001]><annotation/>".getBytes(StandardCharsets.UTF_8);
        var read = reader.read(LogicalPath.of("a.xml"), new ByteArrayInputStream(xml), AnnotationSink.NONE);
        assertThat(read.findLabel(Sha256.EMPTY).orElseThrow().summary()).contains("xml_dtd_forbidden");
    }

    @ParameterizedTest
    @CsvSource({
        "a.txt, '0 0.5 0.5 0.1 0.1', YOLO_LINES",
        "a.txt, '', EMPTY",
        "a.json, '', EMPTY",
        "a.xml, ' \n', EMPTY",
        "a.txt, 'cat\ndog', TEXT_LINES",
        "a.txt, '000012\n000014', TEXT_LINES",
        "a.txt, '000012 -1\n000014  1', TEXT_LINES",
        "a.txt, 'images/train/0 1.jpg', TEXT_LINES",
        "obj.data, 'classes = 2', TEXT_LINES",
        "data.yaml, 'names: [a]', DATA_YAML",
        "data.yml, 'train: x', DATA_YAML",
        "ci.yaml, 'on: push', YAML_OTHER",
        "a.xml, '<annotation/>', VOC_XML",
        "a.xml, '<svg/>', XML_OTHER",
        "a.json, '{\"images\": [], \"annotations\": []}', COCO_JSON",
        "a.json, '{\"name\": \"package\"}', JSON_OTHER",
        "a.txt, '{\"images\": [], \"annotations\": []}', COCO_JSON",
    })
    void theContentSaysWhatALabelIs(String name, String content, LabelKind kind) throws IOException {
        var facts = read(name, content.getBytes(StandardCharsets.UTF_8));
        assertThat(facts.findLabel(Sha256.EMPTY))
                .hasValueSatisfying(label -> assertThat(label.kind()).isEqualTo(kind.wire()));
    }

    @Test
    void whatNoFormatLooksIntoHasNoFacts() throws IOException {
        assertThat(read("movie.mp4", new byte[] {1, 2})).isEqualTo(ReadFacts.NONE);
        assertThat(FactReader.isLookedInto(LogicalPath.of("movie.mp4"))).isFalse();
        assertThat(FactReader.isLookedInto(LogicalPath.of("A.JPEG"))).isTrue();
    }

    /// A flipped byte may change a verdict, but it never breaks the reader, and a file and a stream agree on it.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "raw/coco-bom.json",
                "raw/voc-ok.xml",
                "raw/yaml-norway.yaml",
                "raw/yolo-ok.txt",
                "raw/voc-euc-kr.xml"
            })
    void anyFlippedByteGetsAVerdict(String label) throws IOException {
        var file = Shared.at("hostile/label/" + label);
        var whole = Files.readAllBytes(file);
        var random = new Random(11);
        for (int i = 0; i < 3000; i++) {
            var flipped = whole.clone();
            for (int flips = 1 + i % 3; flips > 0; flips--) {
                flipped[random.nextInt(whole.length)] = (byte) random.nextInt(256);
            }
            read(file.getFileName().toString(), flipped);
        }
    }

    private ReadFacts read(String name, byte[] content) throws IOException {
        var streamed = new ArrayList<Annotation>();
        var ranged = new ArrayList<Annotation>();
        var path = LogicalPath.of(name);
        var facts = reader.read(path, new ByteArrayInputStream(content), streamed::add);
        assertThat(reader.read(path, new Bytes(content), ranged::add)).isEqualTo(facts);
        assertThat(ranged).hasSameSizeAs(streamed);
        return facts;
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Bytes(byte[] content) implements Ranges {
        @Override
        public long size() {
            return content.length;
        }

        @Override
        public int read(long at, byte[] into, int offset, int length) {
            if (at >= content.length) {
                return -1;
            }
            int n = (int) Math.min(Math.min(length, 7), content.length - at);
            System.arraycopy(content, (int) at, into, offset, n);
            return n;
        }
    }

    private static final class Watched extends InputStream {
        private final ByteArrayInputStream bytes;
        private boolean closed;

        Watched(byte[] bytes) {
            this.bytes = new ByteArrayInputStream(bytes);
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            return bytes.read(into, offset, length);
        }

        @Override
        public int available() {
            return bytes.available();
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
