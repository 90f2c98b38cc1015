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
import dev.gotgan.engine.format.tree.UnknownFormat;
import dev.gotgan.engine.format.voc.VocFormat;
import dev.gotgan.engine.format.yolo.YoloFormat;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

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

    private static final List<DatasetFormat> FORMATS =
            List.of(new YoloFormat(), new CocoFormat(), new VocFormat(), new ImageFolderFormat());
    private static final DatasetFormat UNKNOWN = new UnknownFormat();

    /// A format and what speaks for it.
    record Candidate(DatasetFormat format, Evidence evidence) {
        double score() {
            return evidence.score();
        }

        private String said() {
            return "%s (%s): %s"
                    .formatted(format.name().wire(), rounded(score()), String.join("; ", evidence.reasons()));
        }
    }

    static Detection in(DatasetTree tree, AnalysisHint hint) {
        var candidates = new ArrayList<Candidate>();
        for (var format : FORMATS) {
            var evidence = format.weigh(tree);
            if (evidence.score() > 0) {
                candidates.add(new Candidate(format, evidence));
            }
        }
        candidates.sort(Comparator.comparingDouble(Candidate::score).reversed());
        return hint.format() == null ? heaviest(candidates) : hinted(hint.format(), candidates);
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
                .orElse(new Candidate(format, new Evidence(0, List.of("chosen; nothing else speaks for it"))));
        return new Detection(format, own.score(), said(own, candidates), candidates);
    }

    private static List<String> said(Candidate winner, List<Candidate> candidates) {
        var evidence = new ArrayList<>(List.of(winner.said()));
        candidates.stream()
                .filter(other -> other.format.name() != winner.format.name())
                .findFirst()
                .ifPresentOrElse(
                        other -> evidence.add("runner-up: " + other.said()),
                        () -> evidence.add("runner-up: none, nothing speaks for another format"));
        return evidence;
    }

    void report(AnalysisHint hint, DatasetFindings findings) {
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
    }

    private static String rounded(double score) {
        return String.format(Locale.ROOT, "%.2f", score);
    }
}
