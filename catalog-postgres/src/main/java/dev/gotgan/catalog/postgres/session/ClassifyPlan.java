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
    /// @param fresh   whether nothing of ours was ever at the path, nor is at a folder of it or below it
    record Place(
            boolean exists,
            boolean same,
            @Nullable Long durable,
            @Nullable Long own,
            boolean sealed,
            boolean fresh) {}

    /// One for each row of `plan_rows`, in order.
    List<Place> of(SessionRow session) {
        return database.sql("""
                with taken as (
                    select path from published where :direct and dataset = :dataset
                ), near as (
                    select p.path
                      from plan_rows p
                      join published q on q.dataset = :dataset and q.path > p.path || '/' and q.path < p.path || '0'
                     where :direct
                    union
                    select p.path
                      from taken t
                      join plan_folders f on f.folder = t.path and not f.folded
                      join plan_rows p on p.path > t.path || '/' and p.path < t.path || '0'
                )
                select l.path is not null as exists,
                       coalesce(l.sha256 = p.sha256, false) as same,
                       durable.id as durable,
                       own.id as own,
                       coalesce(own.sealed, false) as sealed,
                       :direct and q.path is null and not exists (select from near where near.path = p.path) as fresh
                  from plan_rows p
                  left join files l on l.dataset = :dataset and l.path = p.path and l.gen_to is null
                  left join published q on q.dataset = :dataset and q.path = p.path
                  left join lateral (
                       select c.id from copies c
                        where c.dataset = :dataset and c.sha256 = p.sha256 and c.state = 'durable' limit 1) durable on true
                  left join lateral (
                       select c.id, c.sealed from copies c
                        where c.dataset = :dataset and c.sha256 = p.sha256
                          and c.state = 'uploading' and c.session = :session limit 1) own on true
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
                        row.getBoolean("fresh")))
                .list();
    }
}
