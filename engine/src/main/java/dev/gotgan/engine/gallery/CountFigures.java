package dev.gotgan.engine.gallery;

import dev.gotgan.engine.content.Utf8Order;
import dev.gotgan.engine.facts.Annotation;
import dev.gotgan.engine.facts.ImageFacts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Adds up [Figures] from rows that were counted before, or come one by one.
public final class CountFigures {
    private static final int SIZES = 100;
    private static final double[] OBJECTS = {0, 1, 2, 3, 4, 5, 6, 8, 11, 16, 21, 31, 51, 101};
    private static final double[] AREAS = {0, 0.0001, 0.001, 0.005, 0.01, 0.05, 0.1, 0.25, 0.5};
    private static final double[] RATIOS = {0, 0.125, 0.25, 0.5, 0.8, 1.25, 2, 4, 8};

    private final Map<String, long[]> splits = new TreeMap<>(Utf8Order.COMPARATOR);
    private final Map<String, Map<String, Long>> classes = new LinkedHashMap<>();
    private final Map<String, Long> shapes = new HashMap<>();
    private final Map<Side, Long> sizes = new HashMap<>();
    private final Bars objects = new Bars(OBJECTS);
    private final Bars areas = new Bars(AREAS);
    private final Bars ratios = new Bars(RATIOS);

    private record Side(int width, int height) {}

    /// @param names of the generation's classes, in order
    public CountFigures(List<String> names) {
        names.forEach(name -> classes.put(name, new TreeMap<>(Utf8Order.COMPARATOR)));
    }

    /// Images of a split (empty: of none) that have so many objects each.
    public void images(String split, int objectsEach, long count) {
        var sums = splits.computeIfAbsent(split, _ -> new long[3]);
        sums[0] += count;
        sums[1] += objectsEach > 0 ? count : 0;
        sums[2] += objectsEach * count;
        objects.add(objectsEach, count);
    }

    /// Images of a split in which a class occurs.
    public void inClass(String name, String split, long count) {
        classes.computeIfAbsent(name, _ -> new TreeMap<>(Utf8Order.COMPARATOR)).merge(split, count, Long::sum);
    }

    /// Images of one size.
    public void sized(ImageFacts facts, long count) {
        var upright = Upright.of(facts);
        sizes.merge(new Side(upright.width(), upright.height()), count, Long::sum);
    }

    /// One shape of a class on an image.
    public void shape(String name, Annotation annotation, Upright upright) {
        shapes.merge(name, 1L, Long::sum);
        double[] box = Shape.of(annotation, upright).box();
        areas.add(box[2] * box[3], 1);
        double height = box[3] * upright.height();
        if (height > 0) {
            ratios.add(box[2] * upright.width() / height, 1);
        }
    }

    public Figures figures() {
        shapes.keySet().stream()
                .sorted(Utf8Order.COMPARATOR)
                .forEach(name -> classes.computeIfAbsent(name, _ -> new TreeMap<>(Utf8Order.COMPARATOR)));
        var ofSplits = new ArrayList<Figures.OfSplit>();
        splits.forEach((name, sums) ->
                ofSplits.add(new Figures.OfSplit(name.isEmpty() ? null : name, sums[0], sums[1], sums[2])));
        return new Figures(
                ofSplits.stream().mapToLong(Figures.OfSplit::images).sum(),
                ofSplits.stream().mapToLong(Figures.OfSplit::labelledImages).sum(),
                ofSplits.stream().mapToLong(Figures.OfSplit::objects).sum(),
                ofClasses(),
                ofSplits,
                classesInSplits(),
                commonSizes(),
                objects.list(),
                areas.list(),
                ratios.list());
    }

    private List<Figures.OfClass> ofClasses() {
        var all = new ArrayList<Figures.OfClass>();
        classes.forEach((name, inSplits) -> {
            long images = inSplits.values().stream().mapToLong(Long::longValue).sum();
            all.add(new Figures.OfClass(name, images, shapes.getOrDefault(name, 0L)));
        });
        return all;
    }

    private List<Figures.ClassInSplit> classesInSplits() {
        var all = new ArrayList<Figures.ClassInSplit>();
        classes.forEach((name, inSplits) -> inSplits.forEach(
                (split, count) -> all.add(new Figures.ClassInSplit(name, split.isEmpty() ? null : split, count))));
        return all;
    }

    private List<Figures.Size> commonSizes() {
        return sizes.entrySet().stream()
                .map(each ->
                        new Figures.Size(each.getKey().width(), each.getKey().height(), each.getValue()))
                .sorted(Comparator.comparingLong(Figures.Size::images)
                        .reversed()
                        .thenComparingInt(Figures.Size::width)
                        .thenComparingInt(Figures.Size::height))
                .limit(SIZES)
                .toList();
    }

    /// Counts between edges; the last bar has no end.
    private static final class Bars {
        private final double[] edges;
        private final long[] counts;

        Bars(double[] edges) {
            this.edges = edges;
            this.counts = new long[edges.length];
        }

        void add(double value, long count) {
            int at = 0;
            while (at + 1 < edges.length && value >= edges[at + 1]) {
                at++;
            }
            counts[at] += count;
        }

        List<Figures.Bar> list() {
            var bars = new ArrayList<Figures.Bar>();
            for (int i = 0; i < edges.length; i++) {
                bars.add(new Figures.Bar(edges[i], i + 1 < edges.length ? edges[i + 1] : null, counts[i]));
            }
            return bars;
        }
    }
}
