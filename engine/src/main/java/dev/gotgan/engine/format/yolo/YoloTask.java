package dev.gotgan.engine.format.yolo;

import dev.gotgan.engine.facts.TaskType;
import dev.gotgan.engine.format.yolo.YoloSummary.Tally;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Decides what the lines of a whole dataset are for. No single file can: a polygon of four points and a turned box
/// have
/// the same nine columns.
final class YoloTask {
    private static final int BOX = 5;
    private static final int BOX_AND_CONFIDENCE = 6;
    private static final int FOUR_POINTS = 9;
    private static final double NEARLY_ALL = 0.9;

    private final int keypoints;
    private final SortedMap<Integer, Tally> columns = new TreeMap<>();
    private long parallelograms;

    /// Decides for objects with so many keypoint numbers; 0 where the config names none.
    YoloTask(int keypoints) {
        this.keypoints = keypoints;
    }

    void add(YoloSummary summary) {
        summary.columns()
                .forEach((count, tally) ->
                        columns.merge(count, tally, (a, b) -> new Tally(a.count() + b.count(), a.line())));
        parallelograms += summary.parallelograms();
    }

    /// The task that the lines say, or the chosen one where they allow it.
    TaskType decide(@Nullable TaskType chosen) {
        if (chosen != null && allows(chosen)) {
            return chosen;
        }
        long all = lines(0, Integer.MAX_VALUE);
        long boxes = boxes();
        if (isPose(all)) {
            return TaskType.KEYPOINT_DETECTION;
        }
        long polygons = polygons();
        if (polygons == 0 || polygons < boxes) {
            return TaskType.OBJECT_DETECTION;
        }
        boolean turned =
                boxes == 0 && lines(FOUR_POINTS, FOUR_POINTS) == polygons && parallelograms >= polygons * NEARLY_ALL;
        return turned ? TaskType.ORIENTED_DETECTION : TaskType.INSTANCE_SEGMENTATION;
    }

    /// How many lines have another shape than this task has.
    long otherShapes(TaskType task) {
        return switch (task) {
            case OBJECT_DETECTION -> polygons();
            case INSTANCE_SEGMENTATION, ORIENTED_DETECTION -> boxes();
            default -> 0;
        };
    }

    /// Whether lines with so many columns are points with one number missing or too many.
    boolean isOdd(int count, TaskType task) {
        return count > BOX_AND_CONFIDENCE && count % 2 == 0 && task != TaskType.KEYPOINT_DETECTION;
    }

    private boolean allows(TaskType task) {
        return switch (task) {
            case OBJECT_DETECTION -> true;
            case INSTANCE_SEGMENTATION -> polygons() > 0;
            case ORIENTED_DETECTION -> lines(FOUR_POINTS, FOUR_POINTS) > 0;
            case KEYPOINT_DETECTION -> columns.keySet().stream().anyMatch(count -> count > BOX_AND_CONFIDENCE);
            case IMAGE_CLASSIFICATION, SEMANTIC_SEGMENTATION, UNKNOWN -> false;
        };
    }

    private boolean isPose(long all) {
        if (keypoints > 0) {
            return lines(BOX + keypoints, BOX + keypoints) * 2 > all;
        }
        // three numbers a point: an even number of columns that is the same in every line
        return columns.size() == 1 && columns.firstKey() > BOX_AND_CONFIDENCE + 1 && columns.firstKey() % 2 == 0;
    }

    private long boxes() {
        return lines(BOX, BOX_AND_CONFIDENCE);
    }

    private long polygons() {
        return columns.entrySet().stream()
                .filter(entry -> entry.getKey() > BOX_AND_CONFIDENCE && entry.getKey() % 2 == 1)
                .mapToLong(entry -> entry.getValue().count())
                .sum();
    }

    private long lines(int from, int to) {
        return columns.entrySet().stream()
                .filter(entry -> entry.getKey() >= from && entry.getKey() <= to)
                .mapToLong(entry -> entry.getValue().count())
                .sum();
    }
}
