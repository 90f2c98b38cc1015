package dev.gotgan.engine.memory.lists;

import dev.gotgan.engine.catalog.DatasetList.Page;
import dev.gotgan.engine.catalog.DatasetList.Row;
import dev.gotgan.engine.catalog.DatasetList.Sort;
import dev.gotgan.engine.catalog.ListCursor;
import dev.gotgan.engine.content.Utf8Order;
import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One order of a list. Every key is a text that sorts as what it stands for, so that a cursor is a key and an id.
record RowOrder(String name, Function<Row, String> key, Comparator<RowOrder.Place> places) {
    /// Where a page ended.
    record Place(String key, String id) {}

    private static final Comparator<Place> UP =
            Comparator.comparing(Place::key, Utf8Order.COMPARATOR).thenComparing(Place::id, Utf8Order.COMPARATOR);
    private static final Comparator<Place> DOWN = UP.reversed();

    static final RowOrder TRASH = new RowOrder("TRASH", row -> time(row.updated()), DOWN);

    static RowOrder of(Sort sort) {
        return switch (sort) {
            case NEWEST -> new RowOrder(sort.name(), row -> time(row.created()), DOWN);
            case OLDEST -> new RowOrder(sort.name(), row -> time(row.created()), UP);
            case UPDATED -> new RowOrder(sort.name(), row -> time(row.updated()), DOWN);
            case NAME -> new RowOrder(sort.name(), row -> row.name().toLowerCase(Locale.ROOT), UP);
            case NAME_DOWN -> new RowOrder(sort.name(), row -> row.name().toLowerCase(Locale.ROOT), DOWN);
            case MOST_IMAGES -> new RowOrder(sort.name(), row -> number(row.images()), DOWN);
            case FEWEST_IMAGES -> new RowOrder(sort.name(), row -> number(row.images()), UP);
            case LARGEST -> new RowOrder(sort.name(), row -> number(row.bytes()), DOWN);
            case SMALLEST -> new RowOrder(sort.name(), row -> number(row.bytes()), UP);
        };
    }

    private static String number(long number) {
        return "%019d".formatted(number);
    }

    private static String time(Instant time) {
        return "%019d.%09d".formatted(time.getEpochSecond(), time.getNano());
    }

    /// The first `limit` rows in this order behind the cursor.
    Page cut(Stream<Row> rows, @Nullable String cursor, int limit) {
        var after = cursor == null ? null : parse(cursor);
        var shown = rows.filter(row -> after == null || places.compare(place(row), after) > 0)
                .sorted(Comparator.comparing(this::place, places))
                .limit(limit + 1L)
                .toList();
        return shown.size() <= limit
                ? new Page(shown, null)
                : new Page(shown.subList(0, limit), cursor(place(shown.get(limit - 1))));
    }

    private Place place(Row row) {
        return new Place(key.apply(row), row.id().value());
    }

    private String cursor(Place place) {
        return new ListCursor(name, place.id(), place.key()).text();
    }

    private Place parse(String cursor) {
        var parsed = ListCursor.parse(name, cursor);
        return new Place(parsed.key(), parsed.id());
    }
}
