package dev.gotgan.engine.facts;

import java.util.Locale;
import java.util.Optional;

/// How labels stand beside images. UNKNOWN is what a dataset has while nothing labels it.
public enum Format {
    IMAGEFOLDER,
    YOLO,
    COCO,
    PASCAL_VOC,
    UNKNOWN;

    /// The name in JSON and in the database.
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Format> find(String wire) {
        for (var each : values()) {
            if (each.wire().equals(wire)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }
}
