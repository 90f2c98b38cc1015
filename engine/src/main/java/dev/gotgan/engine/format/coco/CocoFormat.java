package dev.gotgan.engine.format.coco;

import dev.gotgan.engine.facts.AnalysisHint;
import dev.gotgan.engine.facts.Format;
import dev.gotgan.engine.format.tree.Assembly;
import dev.gotgan.engine.format.tree.DatasetFormat;
import dev.gotgan.engine.format.tree.DatasetTree;
import dev.gotgan.engine.format.tree.Evidence;
import java.util.Optional;

/// COCO: one JSON or many, one a split or several a split.
public final class CocoFormat implements DatasetFormat {
    @Override
    public Format name() {
        return Format.COCO;
    }

    @Override
    public Evidence weigh(DatasetTree tree) {
        var files = CocoFiles.of(tree).whole().toList();
        if (files.isEmpty()) {
            return Evidence.NOTHING;
        }
        long listed = 0;
        long found = 0;
        long objects = 0;
        for (var each : files) {
            listed += each.images().size();
            objects += each.file().summary().shapes().objects();
            found += each.images().stream().filter(Optional::isPresent).count();
        }
        double share = listed == 0 ? 0 : (double) found / listed;
        double base = objects == 0 ? 0.3 : 0.5;
        return Evidence.of(
                base + 0.49 * share,
                "JSON files in COCO's shape: %d; they list %d images and %d objects"
                        .formatted(files.size(), listed, objects),
                "%d of the %d listed images are there".formatted(found, listed));
    }

    @Override
    public Assembly assemble(DatasetTree tree, AnalysisHint hint) {
        return new CocoAssembly(tree, hint).assemble();
    }
}
