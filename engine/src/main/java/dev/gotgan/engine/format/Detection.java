package dev.gotgan.engine.format;

import dev.gotgan.engine.facts.AnalysisHint;
import dev.gotgan.engine.facts.Format;
import dev.gotgan.engine.format.coco.CocoFormat;
import dev.gotgan.engine.format.finding.DatasetFindings;
import dev.gotgan.engine.format.finding.FindingKind;
import dev.gotgan.engine.format.imagefolder.ImageFolderFormat;
import dev.gotgan.engine.format.tree.DatasetFormat;
import dev.gotgan.engine.format.tree.DatasetTree;
import dev.gotgan.engine.format.tree.Evidence;
import dev.gotgan.engine.format.tree.PathWords;
import dev.gotgan.engine.format.tree.SplitNames;
import dev.gotgan.engine.format.tree.UnknownFormat;
import dev.gotgan.engine.format.voc.VocFormat;
import dev.gotgan.engine.format.yolo.YoloFormat;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/// Which format a tree is, how surely, and why: every format weighs it, the heaviest wins.
///
/// @param format     the winner, or what a hint names
/// @param confidence 0 to 1
/// @param evidence   sentences, those for the winner first, the runner-up last
/// @param candidates every format that something speaks for, the heaviest first
record Detection(DatasetFormat format, double confidence, List<String> evidence, List<Candidate> candidates) {
    /// Below this nothing speaks loudly enough.
    private static final double ENOUGH = 0.35;
    /// Two label formats above this stand in one dataset.
    private static final double SURE = 0.6;

    /// More folders side by side are classes.
    private static final int MANY = 20;

    private static final List<DatasetFormat> FORMATS =
            List.of(new YoloFormat(), new CocoFormat(), new VocFormat(), new ImageFolderFormat());
    private static final DatasetFormat UNKNOWN = new UnknownFormat();

    /// A format and what speaks for it.
    record Candidate(DatasetFormat format, Evidence evidence) {
        double score() {
            return evidence.score();
        }

        String name() {
            return format.name().wire();
        }

        private String reasons() {
            return "%s (%s): %s".formatted(name(), rounded(score()), String.join("; ", evidence.reasons()));
        }

        private String said() {
            var doubts = evidence.doubts();
            return doubts.isEmpty() ? reasons() : reasons() + "; but " + String.join("; ", doubts);
        }
    }

    static Detection in(DatasetTree tree, AnalysisHint hint) {
        var candidates = candidates(tree);
        return hint.format() == null ? heaviest(candidates) : hinted(hint.format(), candidates);
    }

    private static List<Candidate> candidates(DatasetTree tree) {
        var candidates = new ArrayList<Candidate>();
        for (var format : FORMATS) {
            var evidence = format.weigh(tree);
            if (evidence.score() > 0) {
                candidates.add(new Candidate(format, evidence));
            }
        }
        candidates.sort(Comparator.comparingDouble(Candidate::score).reversed());
        return candidates;
    }

    /// How much the heaviest format weighs; what is compared when a wrapping folder may be stripped.
    static double score(DatasetTree tree) {
        return FORMATS.stream()
                .mapToDouble(format -> format.weigh(tree).score())
                .max()
                .orElse(0);
    }

    private static Detection heaviest(List<Candidate> candidates) {
        if (candidates.isEmpty() || candidates.getFirst().score() < ENOUGH) {
            var best = candidates.isEmpty() ? 0 : candidates.getFirst().score();
            var evidence = new ArrayList<>(List.of("unknown: no label file and no class folder speaks loudly enough"));
            candidates.forEach(other -> evidence.add("runner-up: " + other.said()));
            return new Detection(UNKNOWN, 1 - best, evidence, candidates);
        }
        var winner = candidates.getFirst();
        return new Detection(winner.format, winner.score(), said(winner, candidates), candidates);
    }

    private static Detection hinted(Format chosen, List<Candidate> candidates) {
        var format = FORMATS.stream()
                .filter(each -> each.name() == chosen)
                .findFirst()
                .orElse(UNKNOWN);
        var own = candidates.stream()
                .filter(each -> each.format.name() == chosen)
                .findFirst()
                .orElse(new Candidate(format, Evidence.of(0, "chosen; nothing else speaks for it")));
        return new Detection(format, own.score(), said(own, candidates), candidates);
    }

    private static List<String> said(Candidate winner, List<Candidate> candidates) {
        var evidence = new ArrayList<>(List.of(winner.reasons()));
        winner.evidence.doubts().forEach(doubt -> evidence.add("against it: " + doubt));
        candidates.stream()
                .filter(other -> other.format.name() != winner.format.name())
                .findFirst()
                .ifPresentOrElse(
                        other -> evidence.add("runner-up: " + other.said()),
                        () -> evidence.add("runner-up: none, nothing speaks for another format"));
        return evidence;
    }

    void report(DatasetTree tree, AnalysisHint hint, DatasetFindings findings) {
        if (hint.format() != null && hint.format() != Format.UNKNOWN && confidence < ENOUGH) {
            findings.addOfDataset(FindingKind.FORMAT_HINT, String.join("; ", evidence), 1);
        }
        var sure = candidates.stream()
                .filter(each -> each.format.name() != Format.IMAGEFOLDER && each.score() >= SURE)
                .map(each -> each.format.name().wire() + " " + rounded(each.score()))
                .toList();
        if (sure.size() > 1) {
            findings.addOfDataset(FindingKind.FORMATS_MIXED, String.join(", ", sure), 1);
        }
        reportSeveral(tree, findings);
    }

    /// Folders side by side that are each a dataset of another format.
    private static void reportSeveral(DatasetTree tree, DatasetFindings findings) {
        var folders = tree.foldersIn(tree.commonFolder());
        if (folders.size() < 2 || folders.size() > MANY || folders.stream().anyMatch(Detection::isPartOfOne)) {
            return;
        }
        var formats = new TreeSet<String>();
        var said = new ArrayList<String>();
        for (var folder : folders) {
            var found = candidates(tree.within(PathWords.join(tree.commonFolder(), folder)));
            if (!found.isEmpty() && found.getFirst().score() >= SURE) {
                formats.add(found.getFirst().name());
                said.add("%s: %s".formatted(folder, found.getFirst().name()));
            }
        }
        if (formats.size() > 1) {
            findings.addOfDataset(FindingKind.DATASETS_SEVERAL, String.join(", ", said), said.size());
        }
    }

    private static boolean isPartOfOne(String folder) {
        return SplitNames.isSplit(folder) || PathWords.isLayout(folder);
    }

    private static String rounded(double score) {
        return String.format(Locale.ROOT, "%.2f", score);
    }
}
