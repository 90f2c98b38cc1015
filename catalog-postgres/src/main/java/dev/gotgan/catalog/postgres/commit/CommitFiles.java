package dev.gotgan.catalog.postgres.commit;

import dev.gotgan.catalog.postgres.session.SessionRow;
import dev.gotgan.catalog.postgres.sql.Columns;
import dev.gotgan.catalog.postgres.sql.Database;
import dev.gotgan.engine.commit.CommitRefused;

/// Makes what a session planned the new tree: intervals, copies, and what the live tree has to follow.
final class CommitFiles {
    private final Database database;

    CommitFiles(Database database) {
        this.database = database;
    }

    /// How many paths a commit touched.
    record Counts(long added, long changed, long removed) {}

    /// Lays the session's rows beside what the head has there: `commit_rows`.
    ///
    /// @return how many
    int stage(SessionRow session) {
        database.findByIndex();
        database.sql("""
                create temp table if not exists commit_rows (
                    path text collate "C", sha256 bytea, size bigint, target text, copy bigint, etag text, old bytea, place tid
                ) on commit delete rows
                """).update();
        int rows = database.sql("""
                insert into commit_rows
                select u.path, u.sha256, u.size, u.target, u.copy, u.etag, l.sha256, l.place
                  from upload_rows u
                  left join lateral (
                       select ctid as place, sha256 from files
                        where dataset = :dataset and path = u.path and gen_to is null limit 1) l on true
                 where u.session = :session
                """)
                .param("dataset", session.dataset().id().value())
                .param("session", session.id().value())
                .update();
        database.sql("analyze commit_rows").update();
        return rows;
    }

    /// Copies that the session pinned are looked at under the lock that whoever dooms them takes too.
    ///
    /// @throws CommitRefused.Unsealed some content is not proved to be in the store
    void checkSealed(SessionRow session) {
        database.sql("""
                select id from copies where id in (select copy from commit_rows) order by id for no key update
                """).query((row, n) -> row.getLong("id")).list();
        database.sql("""
                select r.path
                  from commit_rows r
                  left join copies c on c.id = r.copy
                 where case r.target
                       when 'direct' then r.etag is null
                       when 'staged' then (c.state = 'uploading' and c.sealed and c.session = :session) is not true
                       when 'pinned' then c.state is distinct from 'durable'
                       else false
                       end
                 order by r.path
                 limit 1
                """)
                .param("session", session.id().value())
                .query((row, n) -> new CommitRefused.Unsealed(Columns.path(row, "path")))
                .optional()
                .ifPresent(unsealed -> {
                    throw unsealed;
                });
    }

    Counts move(SessionRow session) {
        closeAndInsert(session);
        settleCopies();
        markPublished(session);
        return database.sql("""
                select count(*) filter (where sha256 is not null and old is null) as added,
                       count(*) filter (where sha256 <> old) as changed,
                       count(*) filter (where sha256 is null and old is not null) as removed
                  from commit_rows
                """)
                .query((row, n) -> new Counts(row.getLong("added"), row.getLong("changed"), row.getLong("removed")))
                .single();
    }

    private void closeAndInsert(SessionRow session) {
        var dataset = session.dataset();
        database.sql("""
                update files
                   set gen_to = :generation
                 where ctid = any (array(
                       select place from commit_rows where place is not null and sha256 is distinct from old))
                """).param("generation", dataset.generation() + 1).update();
        database.sql("""
                insert into files (dataset, path, sha256, size, gen_from)
                select :dataset, path, sha256, size, :generation
                  from commit_rows
                 where sha256 is not null and sha256 is distinct from old
                """)
                .param("dataset", dataset.id().value())
                .param("generation", dataset.generation() + 1)
                .update();
    }

    private void settleCopies() {
        database.sql("""
                update copies
                   set state = 'durable'
                 where id = any (array(select distinct copy from commit_rows where target = 'staged'))
                """).update();
    }

    /// A direct upload lies where it belongs; everything else is the publisher's to bring there.
    private void markPublished(SessionRow session) {
        database.sql("""
                insert into published (dataset, path, sha256, size, etag)
                select :dataset, path, sha256, size, etag
                  from commit_rows
                 where target = 'direct'
                    on conflict (dataset, path) do update
                   set sha256 = excluded.sha256, size = excluded.size, etag = excluded.etag,
                       pending = false, drift = null
                """).param("dataset", session.dataset().id().value()).update();
        database.sql("""
                insert into published (dataset, path, pending)
                select :dataset, path, true
                  from commit_rows
                 where target <> 'direct'
                    on conflict (dataset, path) do update set pending = true, drift = null
                """).param("dataset", session.dataset().id().value()).update();
    }
}
