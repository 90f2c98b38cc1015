package dev.gotgan.cli.report;

import dev.gotgan.cli.screen.Table;
import dev.gotgan.engine.facts.Analysis;
import dev.gotgan.engine.facts.Finding;
import dev.gotgan.engine.facts.Severity;
import dev.gotgan.engine.facts.TaskType;
import dev.gotgan.engine.format.finding.FindingText;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.Help.Ansi;

/// What a folder is, for a person: the table first, then what is wrong, one paragraph a kind with where to look.
public final class AnalyzeReport {
    private static final int EXAMPLES = 3;
    private static final int CLASSES = 12;
    private static final int COLUMNS = 100;

    private final PrintWriter out;
    private final AnalyzeWords words;
    private final FindingText text;

    public AnalyzeReport(PrintWriter out, Locale locale) {
        this.out = out;
        this.words = AnalyzeWords.in(locale);
        this.text = FindingText.in(locale);
    }

    public void print(Analysis analysis) {
        table(analysis);
        analysis.evidence().forEach(reason -> out.println("  " + words.say("because") + " " + reason));
        boolean cut = false;
        for (var group : FindingGroup.of(analysis.findings())) {
            out.println();
            cut |= print(group);
        }
        out.println();
        out.println(summary(analysis) + " " + verdict(analysis) + (cut ? " " + words.say("see_all") : ""));
        out.flush();
    }

    private void table(Analysis analysis) {
        var splits = analysis.splits().stream()
                .map(split -> split.name() + " " + split.images())
                .collect(Collectors.joining(", "));
        var confidence = Double.toString(analysis.confidence());
        Table.print(
                List.of(
                        row("format", words.say("confidence", analysis.format().wire(), confidence)),
                        row("task", words.say(analysis.taskType().wire())),
                        row("images", images(analysis)),
                        row("objects", Long.toString(analysis.objects())),
                        row("classes", classes(analysis.classes())),
                        row("splits", splits.isEmpty() ? words.say("none") : splits)),
                out);
    }

    private List<String> row(String name, String value) {
        return List.of(words.say(name), value);
    }

    private String images(Analysis analysis) {
        var images = Long.toString(analysis.images());
        return analysis.labelledImages() == analysis.images()
                ? images
                : words.say("labelled", images, Long.toString(analysis.labelledImages()));
    }

    private String classes(List<String> classes) {
        if (classes.isEmpty()) {
            return words.say("none");
        }
        var shown = classes.stream().limit(CLASSES).collect(Collectors.joining(", "));
        var more = classes.size() > CLASSES ? " " + words.say("more_classes", text(classes.size() - CLASSES)) : "";
        return classes.size() + ": " + shown + more;
    }

    /// Prints one paragraph and says whether it left something out.
    private boolean print(FindingGroup group) {
        var first = group.first();
        var severity = words.say(first.severity().wire());
        out.println(coloured(first.severity(), severity) + "  " + first.kind() + " · " + times(group));
        indent("  ", text.of(first));
        boolean several = group.findings().size() > 1;
        int shown = 0;
        for (var finding : group.findings()) {
            if (shown == EXAMPLES || isRest(finding)) {
                break;
            }
            var place = place(finding);
            if (!place.isEmpty()) {
                out.println("    " + place + (shown > 0 ? value(finding) : ""));
            } else if (several && shown > 0) {
                indent("    ", text.of(finding));
            }
            shown++;
        }
        long left = group.times()
                - group.findings().stream()
                        .limit(shown)
                        .mapToLong(Finding::count)
                        .sum();
        if (left > 0) {
            out.println("    " + words.say("and_more", text(left)));
        }
        return left > 0;
    }

    private String times(FindingGroup group) {
        long files = group.files();
        return files == 0
                ? words.say("times", text(group.times()))
                : words.say("times_in_files", text(group.times()), files);
    }

    /// The count of those that were too many to keep one by one.
    private static boolean isRest(Finding finding) {
        return finding.path() == null && "…".equals(finding.value());
    }

    private String place(Finding finding) {
        if (finding.path() == null) {
            return "";
        }
        var line = finding.line() > 0 ? ", " + words.say("line", text(finding.line())) : "";
        var pointer = finding.pointer() == null ? "" : " " + finding.pointer();
        return finding.path() + line + pointer;
    }

    private static String value(Finding finding) {
        var value = finding.value();
        return value == null || value.isEmpty() ? "" : ": " + value;
    }

    private static String coloured(Severity severity, String word) {
        var colour = switch (severity) {
            case ERROR -> "bold,red";
            case WARNING -> "bold,yellow";
            case INFO -> "bold";
        };
        return Ansi.AUTO.string("@|" + colour + " " + word + "|@");
    }

    private String summary(Analysis analysis) {
        var parts = new ArrayList<String>();
        for (var severity : Severity.values()) {
            long times = FindingGroup.of(analysis.findings()).stream()
                    .filter(group -> group.first().severity() == severity)
                    .mapToLong(FindingGroup::times)
                    .sum();
            if (times > 0) {
                parts.add(words.say(severity.wire() + "s", times));
            }
        }
        return parts.isEmpty() ? words.say("summary_none") : words.say("summary", String.join(", ", parts));
    }

    private String verdict(Analysis analysis) {
        if (analysis.trainingReady()) {
            return words.say("ready");
        }
        boolean errors = analysis.findings().stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
        if (errors) {
            return words.say("not_ready_errors");
        }
        return words.say(analysis.taskType() == TaskType.UNKNOWN ? "not_ready_task" : "not_ready_labels");
    }

    /// Breaks a sentence at its spaces, so that a terminal does not break it at the edge.
    private void indent(String indent, String sentence) {
        var line = new StringBuilder(indent);
        for (var word : sentence.split(" ", -1)) {
            if (line.length() > indent.length() && Table.width(line.toString()) + Table.width(word) >= COLUMNS) {
                out.println(line.toString().stripTrailing());
                line = new StringBuilder(indent);
            }
            line.append(word).append(' ');
        }
        out.println(line.toString().stripTrailing());
    }

    /// Without the commas that a locale puts between thousands: people search for these numbers.
    private static String text(long number) {
        return Long.toString(number);
    }
}
