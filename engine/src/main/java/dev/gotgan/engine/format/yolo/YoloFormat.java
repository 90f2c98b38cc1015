package dev.gotgan.engine.format.yolo;

import dev.gotgan.engine.facts.AnalysisHint;
import dev.gotgan.engine.facts.Format;
import dev.gotgan.engine.format.label.LabelKind;
import dev.gotgan.engine.format.tree.Assembly;
import dev.gotgan.engine.format.tree.DatasetFormat;
import dev.gotgan.engine.format.tree.DatasetTree;
import dev.gotgan.engine.format.tree.Evidence;
import java.util.List;

/// YOLO in the dialects of Ultralytics, Roboflow and darknet, or with nothing but label files.
public final class YoloFormat implements DatasetFormat {
    /// More than a wrapping folder costs: one that paths count on is no wrapper.
    private static final double INEXACT_PATHS = 0.03;

    @Override
    public Format name() {
        return Format.YOLO;
    }

    @Override
    public Evidence weigh(DatasetTree tree) {
        int images = tree.images().size();
        int labels = tree.labels(LabelKind.YOLO_LINES).size();
        var config = YoloConfig.of(tree);
        if (labels == 0 && (config.file() == null || !config.isDeclared())) {
            return Evidence.NOTHING;
        }
        int paired = YoloPairs.of(tree).paired();
        double share = images == 0 ? 0 : (double) paired / images;
        var said = "%d of %d images have a label of lines".formatted(paired, images);
        var file = config.file();
        if (file == null || !config.isDeclared()) {
            double base = images > 0 && paired == 0 ? 0.2 : 0.35;
            return Evidence.of(base + 0.55 * share, said).against("no data.yaml or .data file names splits");
        }
        var source = "%s names %d classes and the splits %s"
                .formatted(
                        file.path(),
                        config.names().size(),
                        String.join(", ", config.splits().keySet()));
        if (labels == 0 && paired == 0) {
            return Evidence.of(0.3, source).against("nothing is labelled");
        }
        var evidence = Evidence.of(0.8 + 0.19 * share - (isExact(tree, config) ? 0 : INEXACT_PATHS), source, said);
        return isExact(tree, config)
                ? evidence
                : evidence.against("not every path in %s is exact".formatted(file.path()));
    }

    private static boolean isExact(DatasetTree tree, YoloConfig config) {
        var paths = new YoloPaths(tree, config.bases());
        return config.splits().values().stream()
                .flatMap(List::stream)
                .allMatch(written ->
                        paths.find(written).filter(YoloPaths.Place::exact).isPresent());
    }

    @Override
    public Assembly assemble(DatasetTree tree, AnalysisHint hint) {
        return new YoloAssembly(tree, hint).assemble();
    }
}
