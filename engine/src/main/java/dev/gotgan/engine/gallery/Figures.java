package dev.gotgan.engine.gallery;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a generation looks like in numbers.
///
/// @param classes         in the order of the generation's class list; names that only labels know come last
/// @param sizes           of upright pictures, the commonest first
/// @param objectsPerImage how many images have so many objects
/// @param boxAreas        shapes by the share of the picture that the box around them covers
/// @param boxRatios       shapes by width to height of that box, in pixels
public record Figures(
        long images,
        long labelledImages,
        long objects,
        List<OfClass> classes,
        List<OfSplit> splits,
        List<ClassInSplit> classSplits,
        List<Size> sizes,
        List<Bar> objectsPerImage,
        List<Bar> boxAreas,
        List<Bar> boxRatios) {
    /// @param shapes drawn for it; an object in two pieces has two
    public record OfClass(String name, long images, long shapes) {}

    /// @param name null for images in no split
    public record OfSplit(@Nullable String name, long images, long labelledImages, long objects) {}

    public record ClassInSplit(String name, @Nullable String split, long images) {}

    public record Size(int width, int height, long images) {}

    /// @param from at least
    /// @param to   and less than; null where there is no more
    public record Bar(double from, @Nullable Double to, long count) {}
}
