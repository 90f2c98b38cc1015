package dev.gotgan.catalog.postgres.session;

import dev.gotgan.catalog.postgres.sql.Columns;
import dev.gotgan.catalog.postgres.sql.Database;
import dev.gotgan.engine.commit.CommitRefused;
import dev.gotgan.engine.commit.SessionId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/// What a plan call may not do: take paths that another session holds, or make a tree in which a file is a folder.
///
/* Each change looks up what is there by an index, one by one: `limit 1` keeps the planner from joining the other way round,
which is a thousand times dearer where its statistics are old. What lies below a path is a range of the index: `p/` sorts first and `p0` right after the last, since `0` is the
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
                with held as (
                    select p.path, r.session
                      from plan_rows p
                     cross join lateral (
                           select session from reservations
                            where dataset = :dataset and folded = p.folded and session <> :session limit 1) r
                    union all
                    select f.path, r.session
                      from plan_folders f
                     cross join lateral (
                           select session from reservations
                            where dataset = :dataset and folded = f.folder and session <> :session limit 1) r
                     where f.folded
                    union all
                    select p.path, r.session
                      from plan_rows p
                     cross join lateral (
                           select session from reservations
                            where dataset = :dataset and folded > p.folded || '/' and folded < p.folded || '0'
                              and session <> :session limit 1) r
                )
                select h.path, h.session, s.expires_at, s.state = 'open' and s.expires_at > clock_timestamp() as is_open,
                       coalesce(nullif(u.name, ''), split_part(u.email, '@', 1), '') as person
                  from held h
                  join upload_sessions s on s.id = h.session
                  left join users u on u.id = s.author
                 order by h.path
                 limit 1
                """)
                .param("dataset", session.dataset().id().value())
                .param("session", session.id().value())
                .query((row, n) -> held(row))
                .optional()
                .ifPresent(held -> {
                    throw held;
                });
    }

    private static CommitRefused.PathHeld held(ResultSet row) throws SQLException {
        var path = Columns.path(row, "path");
        var holder = new SessionId(row.getObject("session", UUID.class));
        var person = row.getString("person");
        return row.getBoolean("is_open")
                ? CommitRefused.PathHeld.open(path, holder, person, Columns.time(row, "expires_at"))
                : CommitRefused.PathHeld.ended(path, holder, person);
    }

    /* Who holds a path is an open session, or the publisher for one that has ended: whether there are any others is read
    from few rows, while those of a large upload's own reservations are many. */
    private boolean othersHoldAnything(SessionRow session) {
        return database.sql("""
                select exists (select from upload_sessions
                                where dataset = :dataset and id <> :session and state = 'open')
                    or exists (select from reservations where dataset = :dataset and publisher)
                """)
                .param("dataset", session.dataset().id().value())
                .param("session", session.id().value())
                .query(Boolean.class)
                .single();
    }

    /// @throws CommitRefused.Collision a planned file is a folder of what would be there besides, or lies below such a
    ///                                 file
    void treeStaysOne(SessionRow session) {
        database.sql("""
                with clash as (
                    select f.path, u.path as other
                      from plan_folders f
                     cross join lateral (
                           select path from upload_rows
                            where session = :session and path = f.folder and target <> 'removal' limit 1) u
                     where not f.folded and not exists (select from plan_rows q where q.path = u.path)
                    union all
                    select f.path, l.path
                      from plan_folders f
                     cross join lateral (
                           select path from files
                            where dataset = :dataset and path = f.folder and gen_to is null limit 1) l
                     where not f.folded
                       and not exists (select from plan_rows q where q.path = l.path)
                       and not exists (select from upload_rows u where u.session = :session and u.path = l.path)
                    union all
                    select p.path, u.path
                      from plan_rows p
                     cross join lateral (
                           select u.path from upload_rows u
                            where u.session = :session and u.path > p.path || '/' and u.path < p.path || '0'
                              and u.target <> 'removal'
                              and not exists (select from plan_rows q where q.path = u.path) limit 1) u
                     where p.sha256 is not null
                    union all
                    select p.path, l.path
                      from plan_rows p
                     cross join lateral (
                           select l.path from files l
                            where l.dataset = :dataset and l.gen_to is null
                              and l.path > p.path || '/' and l.path < p.path || '0'
                              and not exists (select from plan_rows q where q.path = l.path)
                              and not exists (select from upload_rows u
                                               where u.session = :session and u.path = l.path) limit 1) l
                     where p.sha256 is not null
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
