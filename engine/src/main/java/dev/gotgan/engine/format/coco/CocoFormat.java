package dev.gotgan.engine.format.coco;

import dev.gotgan.engine.facts.AnalysisHint;
import dev.gotgan.engine.facts.Format;
import dev.gotgan.engine.format.tree.Assembly;
import dev.gotgan.engine.format.tree.DatasetFormat;
import dev.gotgan.engine.format.tree.DatasetTree;
import dev.gotgan.engine.format.tree.Evidence;

/// COCO: one JSON or many, one a split or several a split.
public final class CocoFormat implements DatasetFormat {
    @Override
    public Format name() {
        return Format.COCO;
    }

    @Override
    public Evidence weigh(DatasetTree tree) {
        var files = CocoFiles.of(tree).stream()
                .filter(file -> !file.summary().broken())
                .toList();
        if (files.isEmpty()) {
            return Evidence.NOTHING;
        }
        long listed = 0;
        long found = 0;
        long objects = 0;
        for (var file : files) {
            var places = new CocoPlaces(tree, file);
            listed += file.summary().images().size();
            objects += file.summary().shapes().objects();
            found += file.summary().images().stream()
                    .filter(image -> places.find(image.fileName()).isPresent())
                    .count();
        }
        double share = listed == 0 ? 0 : (double) found / listed;
        double base = objects == 0 ? 0.3 : 0.5;
        return Evidence.of(
                base + 0.49 * share,
                "%d JSON files in COCO's shape list %d images and %d objects".formatted(files.size(), listed, objects),
                "%d of the listed images are there".formatted(found));
    }

    @Override
    public Assembly assemble(DatasetTree tree, AnalysisHint hint) {
        return new CocoAssembly(tree, hint).assemble();
    }
}
