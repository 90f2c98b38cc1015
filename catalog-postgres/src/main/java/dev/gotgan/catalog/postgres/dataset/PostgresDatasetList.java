package dev.gotgan.catalog.postgres.dataset;

import dev.gotgan.catalog.postgres.sql.Columns;
import dev.gotgan.catalog.postgres.sql.Database;
import dev.gotgan.catalog.postgres.sql.Json;
import dev.gotgan.engine.catalog.DatasetList;
import dev.gotgan.engine.dataset.Actor;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.dataset.Role;
import dev.gotgan.engine.dataset.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;

/// [DatasetList] on PostgreSQL.
public final class PostgresDatasetList implements DatasetList {
    private static final Map<Sort, String> PAGES = new EnumMap<>(Sort.class);
    private static final String TRASH = ListSql.trash();
    private static final String TOTALS = ListSql.totals();

    static {
        for (var sort : Sort.values()) {
            PAGES.put(sort, ListSql.page(ListOrder.of(sort)));
        }
    }

    private final Database database;

    public PostgresDatasetList(Database database) {
        this.database = database;
    }

    @Override
    public Page page(Actor caller, Filter filter, Sort sort, @Nullable String cursor, int limit) {
        var params = params(caller, filter);
        return page(PAGES.getOrDefault(sort, ""), ListOrder.of(sort), params, cursor, limit);
    }

    @Override
    public Page trash(Actor caller, @Nullable String cursor, int limit) {
        return page(TRASH, ListOrder.TRASH, params(caller, Filter.NONE), cursor, limit);
    }

    @Override
    public Totals totals(Actor caller, Filter filter) {
        return planned(() -> database.sql(TOTALS)
                .params(params(caller, filter))
                .query((row, n) -> new Totals(row.getLong("datasets"), row.getLong("images")))
                .single());
    }

    private record Line(Row row, ListOrder.Place place) {}

    private Page page(
            String sql, ListOrder order, Map<String, @Nullable Object> params, @Nullable String cursor, int limit) {
        var place = order.parse(cursor);
        params.put("after", place == null ? null : place.id());
        params.put("key", place == null ? null : place.key());
        params.put("limit", limit + 1);
        var lines = lines(sql, order, params, cursor);
        boolean more = lines.size() > limit;
        var shown = more ? lines.subList(0, limit) : lines;
        return new Page(
                shown.stream().map(Line::row).toList(),
                more ? order.cursor(shown.getLast().place()) : null);
    }

    private List<Line> lines(
            String sql, ListOrder order, Map<String, @Nullable Object> params, @Nullable String cursor) {
        try {
            var me = (Integer) params.get("me");
            return planned(() -> database.sql(sql)
                    .params(params)
                    .query((row, n) -> new Line(
                            row(row, order, me), new ListOrder.Place(row.getString("key"), row.getString("id"))))
                    .list());
        } catch (DataIntegrityViolationException e) {
            if (cursor != null) { // a key that is no value of its type
                throw new BadCursor(cursor);
            }
            throw e;
        }
    }

    /// With the values at hand, not for all callers at once.
    private <T> T planned(java.util.function.Supplier<T> query) {
        return database.in(() -> {
            database.sql("set local plan_cache_mode = force_custom_plan").update();
            return query.get();
        });
    }

    private static Map<String, @Nullable Object> params(Actor caller, Filter filter) {
        var params = new HashMap<String, @Nullable Object>();
        params.put("me", Columns.id(caller));
        params.put("everything", everything(caller));
        params.put("mine", filter.whose() == Whose.MINE);
        params.put("task", UpdateMetadata.wire(filter.taskType()));
        params.put("format", UpdateMetadata.wire(filter.format()));
        var visibility = filter.visibility();
        params.put("visibility", visibility == null ? null : visibility.wire());
        params.put("tags", filter.tags().isEmpty() ? null : Json.texts(filter.tags()));
        var text = Columns.cleanOrNull(filter.text());
        params.put("text", text);
        params.put("pairs", text == null || text.length() < 2 ? null : text);
        return params;
    }

    private static boolean everything(Actor caller) {
        return switch (caller) {
            case Actor.Itself() -> true;
            case Actor.Anonymous() -> false;
            case Actor.Person person -> person.admin();
        };
    }

    private static Row row(ResultSet row, ListOrder order, @Nullable Integer me) throws SQLException {
        var owner = Columns.userOrNull(row, "owner_id");
        return new Row(
                new DatasetId(row.getString("id")),
                row.getString("name"),
                row.getString("description"),
                owner,
                RecordRow.visibility(row),
                Json.texts(row.getString("tags")),
                row.getString("storage_type"),
                RecordRow.format(row),
                RecordRow.taskType(row),
                Columns.intOrNull(row, "num_classes"),
                row.getLong("num_images"),
                row.getLong("size_bytes"),
                row.getInt("version"),
                role(row.getString("role"), owner, me),
                Columns.time(row, "created_at"),
                Columns.time(row, order.equals(ListOrder.TRASH) ? "trashed_at" : "updated_at"));
    }

    private static @Nullable Role role(@Nullable String granted, @Nullable UserId owner, @Nullable Integer me) {
        if (owner != null && me != null && owner.value() == me) {
            return Role.OWNER;
        }
        return granted == null ? null : Role.find(granted).orElse(null);
    }
}
