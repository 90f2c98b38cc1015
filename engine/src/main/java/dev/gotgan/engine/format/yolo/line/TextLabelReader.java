package dev.gotgan.engine.format.yolo.line;

import dev.gotgan.engine.format.finding.ContentFinding;
import dev.gotgan.engine.format.finding.FindingKind;
import dev.gotgan.engine.format.label.AnnotationSink;
import dev.gotgan.engine.format.label.LabelKind;
import dev.gotgan.engine.format.label.ReadLabel;
import dev.gotgan.engine.format.label.SummaryJson;
import dev.gotgan.engine.format.text.LineFeed;
import dev.gotgan.engine.format.text.TextLines;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/// Reads a `.txt`, `.names` or `.data`: its first lines say whether it is a YOLO label, a list, or no text at all.
public final class TextLabelReader {
    private static final int DECIDING_LINES = 64;

    private TextLabelReader() {}

    /// Reads a whole content.
    ///
    /// @param first its beginning, up to `length`: at least 64 KiB, or all of it
    /// @param rest  what follows
    public static ReadLabel read(byte[] first, int length, InputStream rest, AnnotationSink sink) throws IOException {
        return switch (kind(first, length)) {
            case EMPTY -> new ReadLabel(LabelKind.EMPTY, "{}");
            case YOLO_LINES -> new YoloLabelReader(sink).read(new LineFeed(first, length, rest));
            case TEXT_LINES -> TextLines.read(new LineFeed(first, length, rest));
            default -> binary();
        };
    }

    private static LabelKind kind(byte[] first, int length) throws IOException {
        var lines = new LineFeed(first, length);
        var line = new YoloLine();
        int labels = 0;
        int others = 0;
        int binary = 0;
        while (lines.next() && lines.number() <= DECIDING_LINES) {
            switch (line.read(lines.line(), lines.length())) {
                case BLANK -> {}
                case GOOD -> labels++;
                case BINARY -> binary++;
                case NOT_NUMBERS, NOT_FINITE -> {
                    labels += line.meantAsLabel() ? 1 : 0;
                    others += line.meantAsLabel() ? 0 : 1;
                }
            }
        }
        if (binary > labels && binary >= others && !isUtf16(first, length)) {
            return LabelKind.BINARY;
        }
        if (labels == 0 && others == 0 && binary == 0) {
            return LabelKind.EMPTY;
        }
        return labels > 0 && labels >= others ? LabelKind.YOLO_LINES : LabelKind.TEXT_LINES;
    }

    private static boolean isUtf16(byte[] first, int length) {
        return length > 1 && (first[0] & 0xFF) + (first[1] & 0xFF) == 0xFF + 0xFE;
    }

    private static ReadLabel binary() {
        var finding = ContentFinding.of(FindingKind.LABEL_ENCODING);
        return new ReadLabel(LabelKind.BINARY, SummaryJson.write(List.of(finding), json -> {}));
    }
}
