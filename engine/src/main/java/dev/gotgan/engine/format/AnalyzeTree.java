package dev.gotgan.engine.format;

import dev.gotgan.engine.content.FileEntry;
import dev.gotgan.engine.facts.Analysis;
import dev.gotgan.engine.facts.AnalysisHint;
import dev.gotgan.engine.facts.TaskType;
import dev.gotgan.engine.format.finding.DatasetFindings;
import dev.gotgan.engine.format.finding.FindingKind;
import dev.gotgan.engine.format.tree.Assembly;
import dev.gotgan.engine.format.tree.DatasetTree;
import dev.gotgan.engine.format.tree.KnownFacts;
import dev.gotgan.engine.format.tree.SplitNames;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;

/// Says what a whole tree is, from its paths and the facts of its contents; no byte is read.
public final class AnalyzeTree {
    /// Analyses `files`, which come in path order.
    ///
    /// @throws IllegalStateException if a content that a format looks into has no facts
    public Analysis of(Iterable<FileEntry> files, KnownFacts facts, AnalysisHint hint) {
        return of(DatasetTree.of(files, facts), hint);
    }

    Analysis of(DatasetTree tree, AnalysisHint hint) {
        var detection = Detection.in(tree, hint);
        var assembly = detection.format().assemble(tree, hint);
        var task = assembly.taskType() == TaskType.UNKNOWN
                ? Objects.requireNonNullElse(hint.taskType(), TaskType.UNKNOWN)
                : assembly.taskType();
        var findings = new DatasetFindings();
        findings.addAll(assembly.findings());
        new ImageFindings(tree, assembly, findings).report();
        new StrayLabels(detection.format().name(), findings).report(tree);
        detection.report(tree, hint, findings);
        if (hint.taskType() != null && hint.taskType() != task) {
            findings.addOfDataset(
                    FindingKind.TASK_HINT,
                    "%s, %s".formatted(task.wire(), hint.taskType().wire()),
                    1);
        }
        var rows = assembly.rows();
        var totals = Totals.of(tree, assembly);
        return new Analysis(
                detection.format().name(),
                task,
                Math.round(detection.confidence() * 1000) / 1000.0,
                detection.evidence(),
                assembly.classes(),
                splits(assembly),
                rows.size(),
                totals.labelled(),
                totals.objects(),
                totals.averageWidth(),
                totals.averageHeight(),
                findings.list(),
                rows);
    }

    private static List<Analysis.Split> splits(Assembly assembly) {
        var counts = new TreeMap<String, Long>(SplitNames.NATURAL);
        var last = "";
        long count = 0; // of the last split since it began: rows of one stand together
        for (var row : assembly.rows()) {
            if (!row.split().equals(last)) {
                counts.merge(last, count, Long::sum);
                last = row.split();
                count = 0;
            }
            count++;
        }
        counts.merge(last, count, Long::sum);
        counts.remove("");
        return counts.entrySet().stream()
                .map(split -> new Analysis.Split(split.getKey(), split.getValue()))
                .toList();
    }

    /// What all rows come to; the average picture is one of those of which the sides are known.
    private record Totals(long labelled, long objects, double averageWidth, double averageHeight) {
        static Totals of(DatasetTree tree, Assembly assembly) {
            long labelled = 0;
            long objects = 0;
            long width = 0;
            long height = 0;
            long count = 0;
            for (var row : assembly.rows()) {
                labelled += row.objects() > 0 ? 1 : 0;
                objects += row.objects();
                var facts = tree.findImage(row.path().value()).orElseThrow().facts();
                if (facts.width() > 0) {
                    width += facts.width();
                    height += facts.height();
                    count++;
                }
            }
            long pictures = Math.max(1, count);
            return new Totals(labelled, objects, (double) width / pictures, (double) height / pictures);
        }
    }
}
