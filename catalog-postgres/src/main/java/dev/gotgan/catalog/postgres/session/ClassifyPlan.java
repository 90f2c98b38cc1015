package dev.gotgan.catalog.postgres.session;

import dev.gotgan.catalog.postgres.sql.Columns;
import dev.gotgan.catalog.postgres.sql.Database;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is known already of each planned path and its content.
final class ClassifyPlan {
    private final Database database;

    ClassifyPlan(Database database) {
        this.database = database;
    }

    /// One planned path.
    ///
    /// @param exists  whether the head has the path
    /// @param same    whether the head has it with this content
    /// @param durable a durable copy of the content; null where there is none
    /// @param own     the copy that this session uploads or has uploaded of it; null where there is none
    /// @param sealed  whether `own` is in the store
    /// @param direct  whether this session sends this very content to the path's live key already
    /// @param etag    of what `direct` put there, once sealed
    /// @param wished  whether this session wants something of the path already
    /// @param fresh   whether nothing of ours was ever at the path, nor is at a folder of it or below it
    record Place(
            boolean exists,
            boolean same,
            @Nullable Long durable,
            @Nullable Long own,
            boolean sealed,
            boolean direct,
            @Nullable String etag,
            boolean wished,
            boolean fresh) {
        /// The same, of a path that may not be written at its live key.
        Place notLive() {
            return new Place(exists, same, durable, own, sealed, false, null, wished, false);
        }
    }

    /// One for each row of `plan_rows`, in order.
    List<Place> of(SessionRow session) {
        return database.sql("""
                with near as (
                    select p.path
                      from plan_rows p
                     cross join lateral (
                           select path from published
                            where dataset = :dataset and path > p.path || '/' and path < p.path || '0' limit 1) q
                     where :direct
                    union
                    select p.path
                      from plan_folders f
                     cross join lateral (
                           select path from published where dataset = :dataset and path = f.folder limit 1) q
                      join plan_rows p on p.path > q.path || '/' and p.path < q.path || '0'
                     where :direct and not f.folded
                )
                select l.path is not null as exists,
                       coalesce(l.sha256 = p.sha256, false) as same,
                       durable.id as durable,
                       own.id as own,
                       coalesce(own.sealed, false) as sealed,
                       coalesce(w.target = 'direct' and w.sha256 = p.sha256, false) as repeated,
                       case when w.target = 'direct' and w.sha256 = p.sha256 then w.etag end as etag,
                       w.target is not null as wished,
                       :direct and q.path is null and not exists (select from near where near.path = p.path) as fresh
                  from plan_rows p
                  left join lateral (
                       select path, sha256 from files
                        where not :direct and dataset = :dataset and path = p.path and gen_to is null limit 1) l on true
                  left join lateral (
                       select path from published where dataset = :dataset and path = p.path limit 1) q on true
                  left join lateral (
                       select c.id from copies c
                        where not :direct and c.dataset = :dataset and c.sha256 = p.sha256
                          and c.state = 'durable' limit 1) durable on true
                  left join lateral (
                       select c.id, c.sealed from copies c
                        where (select exists (select from copies
                                               where session = :session and state = 'uploading'))
                          and c.dataset = :dataset and c.sha256 = p.sha256
                          and c.state = 'uploading' and c.session = :session limit 1) own on true
                  left join lateral (
                       select target, sha256, etag from upload_rows
                        where session = :session and path = p.path limit 1) w on true
                 order by p.ord
                """)
                .param("dataset", session.dataset().id().value())
                .param("session", session.id().value())
                .param("direct", session.dataset().generation() == 0)
                .query((row, n) -> new Place(
                        row.getBoolean("exists"),
                        row.getBoolean("same"),
                        Columns.longOrNull(row, "durable"),
                        Columns.longOrNull(row, "own"),
                        row.getBoolean("sealed"),
                        row.getBoolean("repeated"),
                        row.getString("etag"),
                        row.getBoolean("wished"),
                        row.getBoolean("fresh")))
                .list();
    }
}
