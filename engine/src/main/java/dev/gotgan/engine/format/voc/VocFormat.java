package dev.gotgan.engine.format.voc;

import dev.gotgan.engine.facts.AnalysisHint;
import dev.gotgan.engine.facts.Format;
import dev.gotgan.engine.format.label.LabelKind;
import dev.gotgan.engine.format.tree.Assembly;
import dev.gotgan.engine.format.tree.DatasetFormat;
import dev.gotgan.engine.format.tree.DatasetTree;
import dev.gotgan.engine.format.tree.Evidence;

/// Pascal VOC: annotations in XML, in their own folder or beside the images, or masks alone.
public final class VocFormat implements DatasetFormat {
    @Override
    public Format name() {
        return Format.PASCAL_VOC;
    }

    @Override
    public Evidence weigh(DatasetTree tree) {
        int labels = tree.labels(LabelKind.VOC_XML).size();
        boolean masks = labels == 0 && tree.images().stream().anyMatch(VocLayout::isMask);
        if (labels == 0 && !masks) {
            return Evidence.NOTHING;
        }
        var layout = VocLayout.of(tree);
        if (labels == 0) {
            return Evidence.of(0.7, "%d images have a mask in SegmentationClass".formatted(layout.masked()));
        }
        double share = (double) layout.labelled() / labels;
        return Evidence.of(
                0.6 + 0.39 * share, "%d of %d VOC annotations have their image".formatted(layout.labelled(), labels));
    }

    @Override
    public Assembly assemble(DatasetTree tree, AnalysisHint hint) {
        return new VocAssembly(tree, hint).assemble();
    }
}
