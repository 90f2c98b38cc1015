package dev.gotgan.engine.dataset;

import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/// A dataset's name in the bucket and in every URL: a UUID v4, or a human id that an admin chose
/// (`cls-imagenet-10`).
public record DatasetId(String value) implements Comparable<DatasetId> {
    private static final Pattern UUID_SHAPE =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern HUMAN = Pattern.compile("[a-z0-9][a-z0-9-]{1,98}");
    private static final Set<String> ROUTES = Set.of("available", "analyze", "upload", "adopt", "import", "trash");

    public DatasetId {
        if (!UUID_SHAPE.matcher(value).matches() && !isHuman(value)) {
            throw new IllegalArgumentException("no dataset id: " + value);
        }
    }

    public static DatasetId random() {
        return new DatasetId(UUID.randomUUID().toString());
    }

    /// Whether `value` may be chosen by a person: 2 to 99 of `a-z 0-9 -`, not UUID-shaped, not a word of our
    /// routes.
    public static boolean isHuman(String value) {
        return HUMAN.matcher(value).matches() && !UUID_SHAPE.matcher(value).matches() && !ROUTES.contains(value);
    }

    @Override
    public int compareTo(DatasetId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
