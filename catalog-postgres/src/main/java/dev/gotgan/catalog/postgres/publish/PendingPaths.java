package dev.gotgan.catalog.postgres.publish;

import dev.gotgan.catalog.postgres.sql.Columns;
import dev.gotgan.catalog.postgres.sql.Database;
import dev.gotgan.engine.commit.Timing;
import dev.gotgan.engine.content.FileEntry;
import dev.gotgan.engine.content.LogicalPath;
import dev.gotgan.engine.publish.Lease;
import dev.gotgan.engine.publish.PublishRow;
import dev.gotgan.engine.publish.PublishRows.Mark;
import dev.gotgan.engine.store.Etag;
import dev.gotgan.engine.store.Key;
import dev.gotgan.engine.store.StoreLayout;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Paths whose live key may differ from the head.
///
/* A time that judges an answer is taken before its request is sent. The requests that `mark` tells of were sent after
the `list` that named their paths, so the lease keeps when that was, and a key is taken for quiet only if it was quiet
then. */
final class PendingPaths {
    private final Database database;
    private final Timing timing;

    PendingPaths(Database database, Timing timing) {
        this.database = database;
        this.timing = timing;
    }

    List<PublishRow> list(Lease lease, int limit) {
        database.sql("""
                update publish_lease l
                   set listed_at = clock_timestamp(), listed_generation = d.generation
                  from datasets d
                 where l.dataset = :dataset and d.id = :dataset
                """).param("dataset", lease.dataset().value()).update();
        return database.sql("""
                with open as (
                    select * from published where dataset = :dataset and pending and drift is null
                    union all
                    select * from published
                     where dataset = :dataset and recheck and not pending and quiet_until <= clock_timestamp()
                ), due as (
                    select p.path, p.sha256 as found, p.size as found_size, p.etag,
                           l.sha256 as wanted, l.size as wanted_size
                      from open p
                      left join lateral (
                           select path, sha256, size from files
                            where dataset = :dataset and path = p.path and gen_to is null limit 1) l on true
                     order by l.path is not null, p.path
                     limit :limit
                )
                select due.*, d.storage_path,
                       (select c.key from copies c
                         where c.dataset = d.id and c.sha256 = due.wanted and c.state = 'durable' limit 1) as source,
                       due.found is distinct from due.wanted and retained.yes is true and not exists (
                           select from copies c
                            where c.dataset = d.id and c.sha256 = due.found and c.state = 'durable') as keep
                  from due
                  join datasets d on d.id = :dataset
                  left join lateral (
                       select true as yes
                         from files f
                        where f.dataset = :dataset and f.path = due.path and f.sha256 = due.found
                          and (f.gen_to is null
                               or exists (select from snapshots s
                                           where s.dataset = :dataset
                                             and s.generation >= f.gen_from and s.generation < f.gen_to)
                               or exists (select from commits c
                                           where c.dataset = :dataset and c.generation = f.gen_to
                                             and c.at > clock_timestamp() - make_interval(secs => :undo)))
                        limit 1) retained on true
                 order by due.wanted is not null, due.path
                """)
                .param("dataset", lease.dataset().value())
                .param("limit", limit)
                .param("undo", Columns.seconds(timing.undo()))
                .query((row, n) -> row(row))
                .list();
    }

    private static PublishRow row(ResultSet row) throws SQLException {
        var path = Columns.path(row, "path");
        var source = row.getString("source");
        return new PublishRow(
                path,
                StoreLayout.live(row.getString("storage_path"), path),
                wanted(row, path),
                source == null ? null : new Key(source),
                found(row),
                row.getBoolean("keep"));
    }

    private static @Nullable FileEntry wanted(ResultSet row, LogicalPath path) throws SQLException {
        var content = Columns.contentOrNull(row, "wanted");
        return content == null ? null : new FileEntry(path, content, row.getLong("wanted_size"));
    }

    private static PublishRow.@Nullable Found found(ResultSet row) throws SQLException {
        var content = Columns.contentOrNull(row, "found");
        return content == null
                ? null
                : new PublishRow.Found(content, row.getLong("found_size"), new Etag(row.getString("etag")));
    }

    void mark(Lease lease, List<Mark> marks) {
        stage(marks);
        database.sql("""
                update published p
                   set sha256 = m.sha256,
                       etag = m.etag,
                       size = m.size,
                       pending = m.wanted is distinct from m.sha256,
                       recheck = m.listed_at is null or m.listed_at < p.quiet_until,
                       drift = null
                  from (select m.sha256, m.etag, q.place, l.sha256 as wanted, f.size, lease.listed_at
                          from marks m
                         cross join (select listed_at from publish_lease where dataset = :dataset) lease
                         cross join lateral (
                               select ctid as place from published
                                where dataset = :dataset and path = m.path limit 1) q
                          left join lateral (
                               select sha256 from files
                                where dataset = :dataset and path = m.path and gen_to is null limit 1) l on true
                          left join lateral (
                               select size from files
                                where dataset = :dataset and path = m.path and sha256 = m.sha256 limit 1) f on true
                       ) m
                 where p.ctid = m.place
                """).param("dataset", lease.dataset().value()).update();
        database.sql("""
                delete from reservations
                 where ctid = any (array(
                       select r.ctid
                         from marks m
                        cross join lateral (
                              select ctid from reservations
                               where dataset = :dataset and path = m.path and publisher limit 1) r))
                """).param("dataset", lease.dataset().value()).update();
    }

    /// Whether a file stands in the way of `path`, or `path` in its way, and is itself still to be published.
    boolean waits(Lease lease, LogicalPath path) {
        return database.sql("""
                select exists (select from published
                                where dataset = :dataset and pending and drift is null
                                  and (path >= :below and path < :after
                                       or starts_with(:path, path || '/')))
                """)
                .param("dataset", lease.dataset().value())
                .param("path", path.value())
                .param("below", path.value() + "/")
                .param("after", path.value() + "0") // the character after the slash
                .query(Boolean.class)
                .single();
    }

    /// Nothing more is done at this path until it changes again, so nobody has to wait for it either. If a commit
    /// changed it since it was listed, what was found there is no news.
    void leave(Lease lease, LogicalPath path, String what) {
        int left = database.sql("""
                update published
                   set pending = true, recheck = false, drift = :what
                 where dataset = :dataset and path = :path
                   and not exists (select from files f, publish_lease l
                                    where l.dataset = :dataset and f.dataset = :dataset and f.path = :path
                                      and (f.gen_from > l.listed_generation or f.gen_to > l.listed_generation))
                """)
                .param("dataset", lease.dataset().value())
                .param("path", path.value())
                .param("what", Columns.clean(what))
                .update();
        if (left == 0) {
            return;
        }
        database.sql("delete from reservations where dataset = :dataset and path = :path and publisher")
                .param("dataset", lease.dataset().value())
                .param("path", path.value())
                .update();
    }

    private void stage(List<Mark> marks) {
        database.sql("""
                create temp table if not exists marks (path text collate "C", sha256 bytea, etag text)
                    on commit delete rows
                """).update();
        try (var rows = database.copyInto("marks (path, sha256, etag)")) {
            for (var mark : marks) {
                var etag = mark.etag();
                rows.text(mark.path().value()).content(mark.content());
                rows.text(etag == null ? null : etag.value()).end();
            }
        }
    }
}
