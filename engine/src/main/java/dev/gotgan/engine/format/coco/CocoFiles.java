package dev.gotgan.engine.format.coco;

import dev.gotgan.engine.format.label.LabelKind;
import dev.gotgan.engine.format.tree.DatasetTree;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/// All COCO files of a tree, their summaries read back once.
record CocoFiles(List<CocoFile> files) implements Iterable<CocoFile> {
    static CocoFiles of(DatasetTree tree) {
        return tree.view(CocoFiles.class, CocoFiles::read);
    }

    private static CocoFiles read(DatasetTree tree) {
        return new CocoFiles(
                tree.labels(LabelKind.COCO_JSON).stream().map(CocoFile::of).toList());
    }

    Stream<CocoFile> stream() {
        return files.stream();
    }

    @Override
    public Iterator<CocoFile> iterator() {
        return files.iterator();
    }
}
