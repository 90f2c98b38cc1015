package dev.gotgan.engine.format.yolo;

import dev.gotgan.engine.facts.TaskType;
import dev.gotgan.engine.format.yolo.line.YoloSummary;
import dev.gotgan.engine.format.yolo.line.YoloSummary.Tally;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Decides what the lines of a whole dataset are for. No single file can: a polygon of four points and a turned box
/// have the same nine columns, and a number too many is a confidence only where every line has one.
final class YoloTask {
    /// What a line is, once the task of the dataset is known.
    enum Shape {
        BOX,
        POINTS,
        POSE,
        /// Neither: a number is missing, or too many.
        ODD
    }

    private static final int BOX = 5;
    private static final int FOUR_POINTS = 9;
    private static final double NEARLY_ALL = 0.9;
    /// No tool draws polygons of four points only: half of them like boxes are enough.
    private static final double HALF = 0.5;
    private static final int SEVERAL = 2;
    private static final Tally NONE = new Tally(0, 0);

    private final SortedMap<Integer, Tally> columns = new TreeMap<>();
    private final YoloSummary.Hints hints = YoloSummary.Hints.none();
    private int keypoints;
    private boolean tail;
    private boolean boxTail;

    /// Decides for objects with so many keypoint numbers; 0 where the config names none.
    YoloTask(int keypoints) {
        this.keypoints = keypoints;
    }

    void add(YoloSummary summary) {
        merge(summary.columns(), columns);
        merge(summary.hints().turned(), hints.turned());
        merge(summary.hints().flagged(), hints.flagged());
        merge(summary.hints().numbered(), hints.numbered());
    }

    private static void merge(SortedMap<Integer, Tally> from, SortedMap<Integer, Tally> into) {
        for (var entry : from.entrySet()) {
            var sum = into.get(entry.getKey());
            int before = sum == null ? 0 : sum.count();
            into.put(
                    entry.getKey(),
                    new Tally(
                            before + entry.getValue().count(),
                            sum == null ? entry.getValue().line() : sum.line()));
        }
    }

    /// The task that the lines say, or the chosen one where they allow it. What the other methods say holds from here
    /// on.
    TaskType decide(@Nullable TaskType chosen) {
        findTails();
        findKeypoints();
        return chosen != null && allows(chosen) ? chosen : said();
    }

    /// What a line with so many columns is.
    Shape shape(int count, TaskType task) {
        if (task == TaskType.KEYPOINT_DETECTION) {
            return keypoints == 0 || count == BOX + keypoints || count == BOX + keypoints + 1 ? Shape.POSE : Shape.ODD;
        }
        if (isBox(count)) {
            return Shape.BOX;
        }
        return count % 2 == 1 || tail ? Shape.POINTS : Shape.ODD;
    }

    /// Whether a line with so many columns ends in a number that belongs to no box and no point.
    boolean hasExtra(int count, TaskType task) {
        return switch (shape(count, task)) {
            case BOX -> count > BOX;
            case POINTS -> count % 2 == 0;
            case POSE -> keypoints > 0 && count == BOX + keypoints + 1;
            case ODD -> false;
        };
    }

    /// How many lines have a number too many.
    long extras(TaskType task) {
        return columns.entrySet().stream()
                .filter(entry -> hasExtra(entry.getKey(), task))
                .mapToLong(entry -> entry.getValue().count())
                .sum();
    }

    long lines() {
        return count(columns);
    }

    private TaskType said() {
        if (isPose()) {
            return TaskType.KEYPOINT_DETECTION;
        }
        long boxes = count(Shape.BOX);
        long points = count(Shape.POINTS);
        if (points == 0 || points < boxes) {
            return TaskType.OBJECT_DETECTION;
        }
        boolean turned = boxes == 0
                && lines(FOUR_POINTS) + (tail ? lines(FOUR_POINTS + 1) : 0) == points
                && count(hints.turned()) >= points * HALF;
        return turned ? TaskType.ORIENTED_DETECTION : TaskType.INSTANCE_SEGMENTATION;
    }

    private boolean allows(TaskType task) {
        return switch (task) {
            case OBJECT_DETECTION -> true;
            case INSTANCE_SEGMENTATION -> count(Shape.POINTS) > 0;
            case ORIENTED_DETECTION -> lines(FOUR_POINTS) > 0;
            case KEYPOINT_DETECTION -> columns.keySet().stream().anyMatch(count -> count > BOX + 1);
            case IMAGE_CLASSIFICATION, SEMANTIC_SEGMENTATION, UNKNOWN -> false;
        };
    }

    /// A prediction's confidence or a track's number follows every object, or none.
    private void findTails() {
        boxTail = isMost(hints.numbered().getOrDefault(BOX + 2, NONE), lines(BOX + 2));
        long even = 0;
        long odd = 0;
        long numbered = 0;
        for (var entry : columns.entrySet()) {
            int count = entry.getKey();
            if (isBox(count)) {
                continue;
            }
            if (count % 2 == 0) {
                even += entry.getValue().count();
                numbered += hints.numbered().getOrDefault(count, NONE).count();
            } else {
                odd += entry.getValue().count();
            }
        }
        tail = even > 0 && even >= (even + odd) * NEARLY_ALL && (even >= SEVERAL || numbered == even);
    }

    /// Where no config says it, flags at every third number do.
    private void findKeypoints() {
        if (keypoints > 0) {
            return;
        }
        for (var entry : hints.flagged().entrySet()) {
            if (isMost(entry.getValue(), lines())) {
                keypoints = entry.getKey() - BOX;
            }
        }
    }

    private boolean isPose() {
        return keypoints > 0 && (lines(BOX + keypoints) + lines(BOX + keypoints + 1)) * 2 > lines();
    }

    private boolean isBox(int count) {
        return count <= BOX + 1 || (boxTail && count == BOX + 2);
    }

    private static boolean isMost(Tally some, long all) {
        return all > 0 && some.count() >= all * NEARLY_ALL;
    }

    private long count(Shape shape) {
        return columns.entrySet().stream()
                .filter(entry -> shape(entry.getKey(), TaskType.UNKNOWN) == shape)
                .mapToLong(entry -> entry.getValue().count())
                .sum();
    }

    private static long count(Map<Integer, Tally> tallies) {
        return tallies.values().stream().mapToLong(Tally::count).sum();
    }

    private long lines(int count) {
        return columns.getOrDefault(count, NONE).count();
    }
}
