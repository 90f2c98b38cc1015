package dev.gotgan.engine.format.coco;

import dev.gotgan.engine.format.coco.CocoFile.Role;
import dev.gotgan.engine.format.label.LabelKind;
import dev.gotgan.engine.format.tree.DatasetTree;
import dev.gotgan.engine.format.tree.SplitNames;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// All COCO files of a tree, their summaries read back and their images looked up once.
record CocoFiles(List<Placed> files) {
    /// A file and the image that each of its entries means, in the order of the entries.
    record Placed(CocoFile file, List<Optional<CocoPlaces.Place>> images) {
        static Placed of(CocoFile file, DatasetTree tree) {
            if (file.summary().broken()) {
                return new Placed(file, List.of());
            }
            if (tree.images().isEmpty()) {
                return new Placed(
                        file, Collections.nCopies(file.summary().images().size(), Optional.empty()));
            }
            var places = new CocoPlaces(tree, file);
            return new Placed(
                    file,
                    file.summary().images().stream()
                            .map(image -> places.find(image.fileName()))
                            .toList());
        }
    }

    static CocoFiles of(DatasetTree tree) {
        return tree.view(CocoFiles.class, CocoFiles::read);
    }

    private static CocoFiles read(DatasetTree tree) {
        return new CocoFiles(tree.labels(LabelKind.COCO_JSON).stream()
                .map(label -> Placed.of(CocoFile.of(label), tree))
                .toList());
    }

    Stream<Placed> whole() {
        return files.stream().filter(each -> !each.file().summary().broken());
    }

    /// What the files that are believed are about: the best that any of them is.
    Role role() {
        return whole().map(each -> each.file().role())
                .min(Comparator.naturalOrder())
                .orElse(Role.IMAGES);
    }

    /// The files in the order in which they are believed: those about the dataset's subject first, and those that
    /// unite several splits behind those that are one.
    List<Placed> byTrust() {
        var role = role();
        var order = Comparator.comparing((Placed each) -> each.file().role() != role)
                .thenComparing(each -> each.file().role())
                .thenComparing(each -> each.file().isUnion())
                .thenComparing(each -> each.file().split(), SplitNames.NATURAL)
                .thenComparing(each -> each.file().label().path());
        var sorted = new ArrayList<>(whole().toList());
        sorted.sort(order);
        return sorted;
    }
}
