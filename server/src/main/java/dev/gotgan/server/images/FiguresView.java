package dev.gotgan.server.images;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.gotgan.engine.gallery.CountFigures;
import dev.gotgan.engine.gallery.Figures;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The figures of one generation.
record FiguresView(
        long generation,
        long images,
        long labelledImages,
        long objects,
        List<Figures.OfClass> classes,
        List<Figures.OfSplit> splits,
        List<ClassSplitView> classSplits,
        List<Figures.Size> sizes,
        List<Figures.Bar> objectsPerImage,
        List<Figures.Bar> boxAreas,
        List<Figures.Bar> boxRatios) {
    record ClassSplitView(
            @JsonProperty("class") String className,
            @Nullable String split,
            long images) {}

    static FiguresView of(long generation, Figures counted) {
        return new FiguresView(
                generation,
                counted.images(),
                counted.labelledImages(),
                counted.objects(),
                counted.classes(),
                counted.splits(),
                counted.classSplits().stream()
                        .map(each -> new ClassSplitView(each.name(), each.split(), each.images()))
                        .toList(),
                counted.sizes(),
                counted.objectsPerImage(),
                counted.boxAreas(),
                counted.boxRatios());
    }

    /// Of a dataset that never had a file.
    static FiguresView empty(long generation) {
        return of(generation, new CountFigures(List.of()).figures());
    }
}
