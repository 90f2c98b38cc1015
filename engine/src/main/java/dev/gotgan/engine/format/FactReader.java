package dev.gotgan.engine.format;

import dev.gotgan.engine.content.LogicalPath;
import dev.gotgan.engine.format.coco.json.JsonLabels;
import dev.gotgan.engine.format.label.AnnotationSink;
import dev.gotgan.engine.format.label.LabelKind;
import dev.gotgan.engine.format.label.ReadLabel;
import dev.gotgan.engine.format.tree.ContentRole;
import dev.gotgan.engine.format.voc.XmlLabels;
import dev.gotgan.engine.format.yolo.DataYaml;
import dev.gotgan.engine.format.yolo.line.TextLabelReader;
import dev.gotgan.engine.image.ImageReader;
import dev.gotgan.engine.image.Ranges;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Reads one content after the other: bytes in, facts out, nothing else of the dataset asked.
///
/// Only the ending of the path decides what is looked for; equal bytes under equal endings give equal facts, so facts
/// are kept by content. What is wrong with a content is a finding in its facts, never an exception. Not safe for use
/// by several threads: make one per thread.
public final class FactReader {
    /// Label files up to this length are in memory while they are read; longer ones stream.
    private static final int WHOLE = 1 << 20;

    private final ImageReader images = new ImageReader();
    private @Nullable XmlLabels xml;
    private byte[] scratch = new byte[1 << 13];

    /// Whether a file with this name is worth reading.
    public static boolean isLookedInto(LogicalPath path) {
        return ContentRole.of(path) != ContentRole.NONE;
    }

    /// Reads `bytes` to its end, so that a digest around it has seen all; the caller closes it.
    ///
    /// @param annotations takes the labelled objects as they are met; a broken label may have given some
    /// @throws IOException only what `bytes` throws
    public ReadFacts read(LogicalPath path, InputStream bytes, AnnotationSink annotations) throws IOException {
        var facts = facts(ContentRole.of(path), bytes, annotations);
        while (bytes.read(scratch) >= 0) {
            // what the reader left: it may have had enough, the digest has not
        }
        return facts;
    }

    /// Reads only what is needed: of an image its ends, most often; of a label everything; of the rest nothing.
    public ReadFacts read(LogicalPath path, Ranges bytes, AnnotationSink annotations) throws IOException {
        return switch (ContentRole.of(path)) {
            case NONE -> ReadFacts.NONE;
            case IMAGE -> new ReadFacts(images.read(bytes), null);
            default -> facts(ContentRole.of(path), new RangeStream(bytes), annotations);
        };
    }

    private ReadFacts facts(ContentRole role, InputStream bytes, AnnotationSink annotations) throws IOException {
        return switch (role) {
            case NONE -> ReadFacts.NONE;
            case IMAGE -> new ReadFacts(images.read(bytes), null);
            default -> new ReadFacts(null, label(role, fill(bytes), bytes, annotations));
        };
    }

    /* Facts are kept by content, so the content has the first word: the same bytes may lie under two endings. An empty
    file is empty whatever it is called, braces are JSON, angle brackets are XML. */
    private ReadLabel label(ContentRole role, int length, InputStream rest, AnnotationSink sink) throws IOException {
        int first = firstByte(length);
        if (first < 0) {
            return length < WHOLE
                    ? new ReadLabel(LabelKind.EMPTY, "{}")
                    : TextLabelReader.read(scratch, length, rest, sink);
        }
        if (first == '<') {
            return xml().read(scratch, length, rest, sink);
        }
        if (role == ContentRole.JSON || ((first == '{' || first == '[') && role != ContentRole.YAML)) {
            return JsonLabels.read(scratch, length, rest, sink);
        }
        if (role == ContentRole.XML) {
            return xml().read(scratch, length, rest, sink);
        }
        return role == ContentRole.YAML
                ? DataYaml.read(scratch, length, rest)
                : TextLabelReader.read(scratch, length, rest, sink);
    }

    /// Made when the first XML is met: most datasets have none, and the JDK reads much before it can read one.
    private XmlLabels xml() {
        if (xml == null) {
            xml = new XmlLabels();
        }
        return xml;
    }

    /// The first byte that is neither white space nor a byte order mark of UTF-8; -1 if there is none.
    private int firstByte(int length) {
        int from = length > 2 && (scratch[0] & 0xFF) == 0xEF && (scratch[1] & 0xFF) == 0xBB ? 3 : 0;
        for (int i = from; i < length; i++) {
            if (scratch[i] != ' ' && scratch[i] != '\n' && scratch[i] != '\r' && scratch[i] != '\t') {
                return scratch[i] & 0xFF;
            }
        }
        return -1;
    }

    /// Reads into the scratch buffer until the content ends or the buffer is as long as it may become.
    private int fill(InputStream bytes) throws IOException {
        int have = 0;
        while (have < WHOLE) {
            if (have == scratch.length) {
                scratch = Arrays.copyOf(scratch, scratch.length * 2);
            }
            int n = bytes.read(scratch, have, scratch.length - have);
            if (n < 0) {
                break;
            }
            have += n;
        }
        return have;
    }
}
