package dev.gotgan.engine.facts;

import java.util.Locale;
import java.util.Optional;

/// What a model can learn from a dataset.
public enum TaskType {
    IMAGE_CLASSIFICATION,
    OBJECT_DETECTION,
    INSTANCE_SEGMENTATION,
    SEMANTIC_SEGMENTATION,
    KEYPOINT_DETECTION,
    ORIENTED_DETECTION,
    UNKNOWN;

    /// The name in JSON and in the database.
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<TaskType> find(String wire) {
        for (var each : values()) {
            if (each.wire().equals(wire)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }
}
