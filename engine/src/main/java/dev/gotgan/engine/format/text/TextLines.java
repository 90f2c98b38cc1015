package dev.gotgan.engine.format.text;

import dev.gotgan.engine.format.finding.ContentFinding;
import dev.gotgan.engine.format.finding.FindingKind;
import dev.gotgan.engine.format.finding.FindingLog;
import dev.gotgan.engine.format.finding.SafeText;
import dev.gotgan.engine.format.label.LabelKind;
import dev.gotgan.engine.format.label.ReadLabel;
import dev.gotgan.engine.format.label.SummaryJson;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// The lines of a text that is no label: class names, image lists, ImageSets, darknet's settings, or just prose.
///
/// @param lines trimmed, blank ones left out at the end only, since a line's place is a class's number
public record TextLines(List<String> lines, List<ContentFinding> findings) {
    /// A list of two million images fits; more is no list.
    private static final int MAX_CHARS = 1 << 26;

    private static final int MAX_LINE = 4096;
    private static final String LINES = "l";

    /// Reads lines as a label summary.
    public static ReadLabel read(LineFeed feed) throws IOException {
        var lines = new ArrayList<String>();
        var log = new FindingLog();
        int chars = 0;
        int last = 0;
        while (feed.next() && chars < MAX_CHARS) {
            if (feed.cut() || feed.length() > MAX_LINE) {
                log.add(FindingKind.LABEL_TOO_LARGE, feed.number(), null);
                break;
            }
            var decoded = Decoded.of(feed.line(), feed.length());
            if (!decoded.utf8()) {
                log.add(FindingKind.LABEL_ENCODING, feed.number(), decoded.text());
            }
            var text = SafeText.of(decoded.text().strip());
            lines.add(text);
            chars += text.length() + 1;
            last = text.isEmpty() ? last : lines.size();
        }
        return new ReadLabel(LabelKind.TEXT_LINES, json(lines.subList(0, last), log.findings()));
    }

    /// Reads a summary back.
    public static TextLines of(String summary) {
        var lines = new ArrayList<String>();
        var findings = SummaryJson.read(summary, (name, json) -> {
            if (name.equals(LINES)) {
                lines.addAll(SummaryJson.strings(json));
            }
        });
        return new TextLines(lines, findings);
    }

    private static String json(List<String> lines, List<ContentFinding> findings) {
        return SummaryJson.write(findings, json -> SummaryJson.strings(json, LINES, lines));
    }
}
