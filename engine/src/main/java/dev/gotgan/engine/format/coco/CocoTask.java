package dev.gotgan.engine.format.coco;

import dev.gotgan.engine.facts.TaskType;
import dev.gotgan.engine.format.coco.json.CocoSummary;
import dev.gotgan.engine.format.finding.DatasetFindings;
import dev.gotgan.engine.format.finding.FindingKind;
import org.jspecify.annotations.Nullable;

/// Decides what the annotations of a whole dataset are for.
final class CocoTask {
    private static final double NEARLY_ALL = 0.9;

    private final CocoFile.Role role;
    private long objects;
    private long boxes;
    private long masks;
    private long keypoints;

    CocoTask(CocoFile.Role role) {
        this.role = role;
    }

    void add(CocoSummary.Shapes shapes) {
        objects += shapes.objects();
        boxes += shapes.boxes();
        masks += shapes.masks();
        keypoints += shapes.keypoints();
    }

    /// The task that the shapes say, or the chosen one where they allow it.
    TaskType decide(@Nullable TaskType chosen, DatasetFindings findings) {
        if (chosen != null && allows(chosen)) {
            return chosen;
        }
        if (objects == 0) {
            return TaskType.UNKNOWN;
        }
        if (role == CocoFile.Role.STUFF) {
            return TaskType.SEMANTIC_SEGMENTATION;
        }
        if (keypoints * 2 > objects) {
            return TaskType.KEYPOINT_DETECTION;
        }
        if (boxes + masks == 0) {
            return TaskType.IMAGE_CLASSIFICATION;
        }
        if (masks > objects * NEARLY_ALL) {
            return TaskType.INSTANCE_SEGMENTATION;
        }
        if (masks > 0) {
            findings.addOfDataset(FindingKind.SHAPES_MIXED, TaskType.OBJECT_DETECTION.wire(), masks);
        }
        return TaskType.OBJECT_DETECTION;
    }

    private boolean allows(TaskType task) {
        return switch (task) {
            case OBJECT_DETECTION -> boxes > 0;
            case INSTANCE_SEGMENTATION -> masks > 0;
            case KEYPOINT_DETECTION -> keypoints > 0;
            case IMAGE_CLASSIFICATION -> boxes + masks == 0;
            case SEMANTIC_SEGMENTATION -> role == CocoFile.Role.STUFF || role == CocoFile.Role.PANOPTIC;
            case ORIENTED_DETECTION, UNKNOWN -> false;
        };
    }
}
