package dev.gotgan.engine.commit;

import java.util.UUID;

/// One attempt to change a dataset.
public record SessionId(UUID value) {
    public static SessionId random() {
        return new SessionId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
