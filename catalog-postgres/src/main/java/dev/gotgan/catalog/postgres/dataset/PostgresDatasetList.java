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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;

/// [DatasetList] on PostgreSQL.
public final class PostgresDatasetList implements DatasetList {
    /* A text with fewer candidates is found by reading these (3 ms for 2,000), one with more by walking in order: at 2 %
    of 100,000 datasets a page of 100 comes from the first 5,000, as dear as the candidates. */
    private static final int MANY = 2_000;

    private final Database database;

    public PostgresDatasetList(Database database) {
        this.database = database;
    }

    @Override
    public Page page(Actor caller, Filter filter, Sort sort, @Nullable String cursor, int limit) {
        var order = ListOrder.of(sort);
        var place = order.parse(cursor);
        var params = params(caller, filter);
        return page(order, place, params, limit, () -> ListSql.page(order.after(place), scope(caller, filter, params)));
    }

    @Override
    public Page trash(Actor caller, @Nullable String cursor, int limit) {
        var order = ListOrder.TRASH;
        var place = order.parse(cursor);
        var scope = new ListScope(caller, Filter.NONE, ListScope.Text.MANY);
        return page(order, place, params(caller, Filter.NONE), limit, () -> ListSql.trash(order.after(place), scope));
    }

    @Override
    public Totals totals(Actor caller, Filter filter) {
        var params = params(caller, filter);
        return database.sql(ListSql.totals(scope(caller, filter, params)))
                .params(params)
                .query((row, n) -> new Totals(row.getLong("datasets"), row.getLong("images")))
                .single();
    }

    private ListScope scope(Actor caller, Filter filter, Map<String, @Nullable Object> params) {
        return new ListScope(caller, filter, text((String) params.get("text")));
    }

    private ListScope.Text text(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return ListScope.Text.MANY;
        }
        guessing("off", 4 * MANY);
        long candidates = database.sql(ListSql.candidates())
                .param("text", text)
                .param("enough", MANY)
                .query(Long.class)
                .single();
        guessing("on", 0);
        return candidates < MANY ? ListScope.Text.FEW : ListScope.Text.MANY;
    }

    /* For a text that most have, PostgreSQL would rather cut each dataset into pieces than ask the index, and of the index
    it would read everything, where any few thousand answer as well. */
    private void guessing(String walking, int some) {
        database.sql(
                        "select set_config('enable_seqscan', :walking, true), set_config('gin_fuzzy_search_limit', :some, true)")
                .param("walking", walking)
                .param("some", Integer.toString(some))
                .query((row, n) -> row.getString(1))
                .single();
    }

    private record Line(Row row, ListOrder.Place place) {}

    private Page page(
            ListOrder order,
            ListOrder.@Nullable Place place,
            Map<String, @Nullable Object> params,
            int limit,
            Supplier<String> sql) {
        params.put("after", place == null ? null : place.id());
        params.put("key", place == null ? null : place.key());
        params.put("limit", limit + 1);
        var lines = lines(order, place, params, sql);
        boolean more = lines.size() > limit;
        var shown = more ? lines.subList(0, limit) : lines;
        return new Page(
                shown.stream().map(Line::row).toList(),
                more ? order.cursor(shown.getLast().place()) : null);
    }

    private List<Line> lines(
            ListOrder order,
            ListOrder.@Nullable Place place,
            Map<String, @Nullable Object> params,
            Supplier<String> sql) {
        try {
            var me = (Integer) params.get("me");
            return database.sql(sql.get())
                    .params(params)
                    .query((row, n) -> new Line(
                            row(row, order, me), new ListOrder.Place(row.getString("key"), row.getString("id"))))
                    .list();
        } catch (DataIntegrityViolationException e) {
            if (place != null) { // a key that is no value of its type
                throw new BadCursor(order.cursor(place));
            }
            throw e;
        }
    }

    private static Map<String, @Nullable Object> params(Actor caller, Filter filter) {
        var params = new HashMap<String, @Nullable Object>();
        params.put("me", Columns.id(caller));
        params.put("task", UpdateMetadata.wire(filter.taskType()));
        params.put("format", UpdateMetadata.wire(filter.format()));
        var visibility = filter.visibility();
        params.put("visibility", visibility == null ? null : visibility.wire());
        params.put("tags", filter.tags().isEmpty() ? null : Json.texts(filter.tags()));
        var text = Columns.cleanOrNull(filter.text());
        params.put("text", text);
        params.put("pattern", text == null ? null : "%" + text.replaceAll("[\\\\%_]", "\\\\$0") + "%");
        return params;
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
