package dev.gotgan.server.web.reading;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.gotgan.engine.facts.Finding;
import dev.gotgan.engine.facts.Severity;
import dev.gotgan.engine.format.finding.FindingKind;
import dev.gotgan.engine.format.finding.FindingText;
import org.jspecify.annotations.Nullable;

/// One finding.
///
/// @param reason the class that its kind belongs to (`spec/codes.md`)
/// @param path   null where it concerns the whole dataset
/// @param line   1-based; left out where a line makes no sense
public record FindingView(
        String kind,
        Severity severity,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String reason,
        @Nullable String path,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer line,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String pointer,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String value,
        long count,
        String message) {
    public static FindingView of(Finding finding, FindingText text) {
        return new FindingView(
                finding.kind(),
                finding.severity(),
                FindingKind.find(finding.kind()).map(FindingKind::reason).orElse(null),
                finding.path(),
                finding.line() > 0 ? finding.line() : null,
                finding.pointer(),
                finding.value(),
                finding.count(),
                text.of(finding));
    }
}
