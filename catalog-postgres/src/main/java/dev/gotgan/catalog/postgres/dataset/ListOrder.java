package dev.gotgan.catalog.postgres.dataset;

import dev.gotgan.engine.catalog.DatasetList.Sort;
import dev.gotgan.engine.catalog.ListCursor;
import org.jspecify.annotations.Nullable;

/// One order of a list: a column, its type, and which way; and whether a page begins `after` another one's end.
record ListOrder(String name, String column, String type, Way way, boolean after) {
    enum Way {
        UP("asc", ">"),
        DOWN("desc", "<");

        final String direction;
        final String beyond;

        Way(String direction, String beyond) {
            this.direction = direction;
            this.beyond = beyond;
        }
    }

    ListOrder(String name, String column, String type, Way way) {
        this(name, column, type, way, false);
    }

    static final ListOrder TRASH = new ListOrder("TRASH", "trashed_at", "timestamptz", Way.DOWN);

    static ListOrder of(Sort sort) {
        return switch (sort) {
            case NEWEST -> new ListOrder(sort.name(), "created_at", "timestamptz", Way.DOWN);
            case OLDEST -> new ListOrder(sort.name(), "created_at", "timestamptz", Way.UP);
            case UPDATED -> new ListOrder(sort.name(), "updated_at", "timestamptz", Way.DOWN);
            case NAME -> new ListOrder(sort.name(), "name_key", "text collate \"C\"", Way.UP);
            case NAME_DOWN -> new ListOrder(sort.name(), "name_key", "text collate \"C\"", Way.DOWN);
            case MOST_IMAGES -> new ListOrder(sort.name(), "num_images", "integer", Way.DOWN);
            case FEWEST_IMAGES -> new ListOrder(sort.name(), "num_images", "integer", Way.UP);
            case LARGEST -> new ListOrder(sort.name(), "size_bytes", "bigint", Way.DOWN);
            case SMALLEST -> new ListOrder(sort.name(), "size_bytes", "bigint", Way.UP);
        };
    }

    ListOrder after(@Nullable Place place) {
        return new ListOrder(name, column, type, way, place != null);
    }

    /// Where a page ended: the last row's key as text, and its id.
    record Place(String key, String id) {}

    String cursor(Place place) {
        return new ListCursor(name, place.id(), place.key()).text();
    }

    @Nullable
    Place parse(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        var parsed = ListCursor.parse(name, cursor);
        return new Place(parsed.key(), parsed.id());
    }
}
