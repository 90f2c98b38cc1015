package dev.gotgan.engine.format.yolo;

import dev.gotgan.engine.facts.AnalysisHint;
import dev.gotgan.engine.facts.Format;
import dev.gotgan.engine.format.label.LabelKind;
import dev.gotgan.engine.format.tree.Assembly;
import dev.gotgan.engine.format.tree.DatasetFormat;
import dev.gotgan.engine.format.tree.DatasetTree;
import dev.gotgan.engine.format.tree.Evidence;

/// YOLO in the dialects of Ultralytics, Roboflow and darknet, or with nothing but label files.
public final class YoloFormat implements DatasetFormat {
    private static final double PER_RECOVERED_PATH = 0.01;

    @Override
    public Format name() {
        return Format.YOLO;
    }

    @Override
    public Evidence weigh(DatasetTree tree) {
        int images = tree.images().size();
        int labels = tree.labels(LabelKind.YOLO_LINES).size();
        if (labels == 0 && tree.labels(LabelKind.DATA_YAML).isEmpty()) {
            return Evidence.NOTHING;
        }
        var pairs = new YoloPairs(tree);
        long paired = tree.images().stream()
                .filter(image -> pairs.find(image).isPresent())
                .count();
        double share = images == 0 ? 0 : (double) paired / images;
        var config = YoloConfig.of(tree);
        var said = "%d of %d images have a label of lines".formatted(paired, images);
        var file = config.file();
        if (file == null || !config.saysSplits()) {
            double base = labels == 0 ? 0.1 : images > 0 && paired == 0 ? 0.2 : 0.35;
            return Evidence.of(base + 0.55 * share, said, "no file names splits");
        }
        var source = "%s names %d classes and the splits %s"
                .formatted(
                        file.path(),
                        config.names().size(),
                        String.join(", ", config.splits().keySet()));
        if (labels == 0 && paired == 0) {
            return Evidence.of(0.3, source, "nothing is labelled");
        }
        var inexact = inexactPaths(tree, config) * PER_RECOVERED_PATH;
        return Evidence.of(0.8 + 0.19 * share - inexact, source, said);
    }

    private static long inexactPaths(DatasetTree tree, YoloConfig config) {
        var paths = new YoloPaths(tree, config.bases());
        return config.splits().values().stream()
                .flatMap(sources -> sources.stream())
                .filter(written ->
                        paths.find(written).filter(YoloPaths.Place::exact).isEmpty())
                .count();
    }

    @Override
    public Assembly assemble(DatasetTree tree, AnalysisHint hint) {
        return new YoloAssembly(tree, hint).assemble();
    }
}
