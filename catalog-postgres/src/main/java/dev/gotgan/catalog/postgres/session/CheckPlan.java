package dev.gotgan.catalog.postgres.session;

import dev.gotgan.catalog.postgres.sql.Columns;
import dev.gotgan.catalog.postgres.sql.Database;
import dev.gotgan.engine.commit.CommitRefused;
import dev.gotgan.engine.commit.SessionId;
import java.util.UUID;

/// What a plan call may not do: take paths that another session holds, or make a tree in which a file is a folder.
///
/* What lies below a path is a range of the index: `p/` sorts first and `p0` right after the last, since `0` is the
character after `/`. What lies above it is one of its folders. */
final class CheckPlan {
    private final Database database;

    CheckPlan(Database database) {
        this.database = database;
    }

    /// @throws CommitRefused.PathHeld another session does; compared in folded case, so that twins count as one
    void nobodyHolds(SessionRow session) {
        if (!othersHoldAnything(session)) {
            return;
        }
        database.sql("""
                with others as (
                    select folded, session from reservations where dataset = :dataset and session <> :session
                ), held as (
                    select p.path, o.session from plan_rows p join others o using (folded)
                    union all
                    select f.path, o.session from plan_folders f join others o on o.folded = f.folder where f.folded
                    union all
                    select p.path, r.session
                      from plan_rows p
                      join reservations r on r.dataset = :dataset
                           and r.folded > p.folded || '/' and r.folded < p.folded || '0'
                     where r.session <> :session
                )
                select h.path, h.session, s.expires_at,
                       coalesce(nullif(u.name, ''), split_part(u.email, '@', 1), '') as person
                  from held h
                  join upload_sessions s on s.id = h.session
                  left join users u on u.id = s.author
                 order by h.path
                 limit 1
                """)
                .param("dataset", session.dataset().id().value())
                .param("session", session.id().value())
                .query((row, n) -> new CommitRefused.PathHeld(
                        Columns.path(row, "path"),
                        new SessionId(row.getObject("session", UUID.class)),
                        row.getString("person"),
                        Columns.time(row, "expires_at")))
                .optional()
                .ifPresent(held -> {
                    throw held;
                });
    }

    private boolean othersHoldAnything(SessionRow session) {
        return database.sql("""
                select exists (select from reservations where dataset = :dataset and session <> :session)
                """)
                .param("dataset", session.dataset().id().value())
                .param("session", session.id().value())
                .query(Boolean.class)
                .single();
    }

    /// @throws CommitRefused.Collision a planned file is a folder of what the head or this session would hold besides,
    /// or
    ///                                 lies below such a file
    void treeStaysOne(SessionRow session) {
        database.sql("""
                with wanted as (
                    select path, sha256 is null as gone from plan_rows
                    union all
                    select u.path, u.target = 'removal'
                      from upload_rows u
                     where u.session = :session and not exists (select from plan_rows p where p.path = u.path)
                ), besides as materialized (
                    select f.folder as path, f.path as other from plan_folders f where not f.folded
                ), clash as (
                    select b.other as path, w.path as other from besides b join wanted w using (path) where not w.gone
                    union all
                    select b.other, l.path
                      from besides b
                      join files l on l.dataset = :dataset and l.path = b.path and l.gen_to is null
                     where not exists (select from wanted w where w.path = l.path)
                    union all
                    select p.path, u.path
                      from plan_rows p
                      join upload_rows u on u.session = :session and u.path > p.path || '/' and u.path < p.path || '0'
                     where p.sha256 is not null and u.target <> 'removal'
                       and not exists (select from plan_rows q where q.path = u.path)
                    union all
                    select p.path, l.path
                      from plan_rows p
                      join files l on l.dataset = :dataset and l.gen_to is null
                           and l.path > p.path || '/' and l.path < p.path || '0'
                     where p.sha256 is not null and not exists (select from wanted w where w.path = l.path)
                )
                select path, other from clash order by path, other limit 1
                """)
                .param("dataset", session.dataset().id().value())
                .param("session", session.id().value())
                .query((row, n) -> new CommitRefused.Collision(Columns.path(row, "path"), Columns.path(row, "other")))
                .optional()
                .ifPresent(clash -> {
                    throw clash;
                });
    }
}
