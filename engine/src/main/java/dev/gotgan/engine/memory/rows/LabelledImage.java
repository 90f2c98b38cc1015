package dev.gotgan.engine.memory.rows;

import dev.gotgan.engine.content.Utf8Order;
import dev.gotgan.engine.facts.ImageRow;
import java.util.List;

/// An image row whose classes have their names, which mean the same in every generation.
public record LabelledImage(ImageRow row, List<String> classes) {
    public static LabelledImage of(ImageRow row, List<String> names) {
        var classes = row.classes().stream()
                .map(names::get)
                .sorted(Utf8Order.COMPARATOR)
                .toList();
        return new LabelledImage(withoutIndices(row), classes);
    }

    private static ImageRow withoutIndices(ImageRow row) {
        return new ImageRow(
                row.path(), row.sha256(), row.split(), row.label(), row.labelRef(), row.objects(), List.of());
    }
}
