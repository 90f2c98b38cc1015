package dev.gotgan.engine.task;

import java.util.UUID;

/// One piece of long work.
public record TaskId(UUID value) {
    public static TaskId random() {
        return new TaskId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
