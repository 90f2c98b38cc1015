package dev.gotgan.catalog.postgres.session;

import dev.gotgan.catalog.postgres.session.ClassifyPlan.Place;
import dev.gotgan.catalog.postgres.sql.Columns;
import dev.gotgan.catalog.postgres.sql.CopyRows;
import dev.gotgan.catalog.postgres.sql.Database;
import dev.gotgan.engine.commit.Change;
import dev.gotgan.engine.commit.Planned;
import dev.gotgan.engine.commit.Timing;
import dev.gotgan.engine.content.FileEntry;
import dev.gotgan.engine.content.Sha256;
import dev.gotgan.engine.store.StoreLayout;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/// Decides where each planned content goes, and writes down rows, reservations, staged copies and direct keys.
final class WritePlan {
    private final Database database;
    private final Timing timing;

    WritePlan(Database database, Timing timing) {
        this.database = database;
        this.timing = timing;
    }

    List<Planned> of(SessionRow session, List<Change> changes, List<Place> places) {
        var staged = makeCopies(session, changes, places);
        var withdrawn = places.stream().anyMatch(Place::wished) ? withdraw(session) : new Sum(0, 0);
        notUnchanged(session);
        var planned = new ArrayList<Planned>();
        var wished = new Sum(0, 0);
        try (var rows = new Rows(database, session, quietUntil())) {
            for (int i = 0; i < changes.size(); i++) {
                var row = decide(session, changes.get(i), places.get(i), staged);
                rows.add(row, places.get(i).fresh());
                planned.add(row.planned());
                if (row.target().isPresent()) {
                    wished = wished.plus(1, row.size() == null ? 0 : row.size());
                }
            }
        }
        reserve(session);
        count(session, wished.plus(-withdrawn.files(), -withdrawn.bytes()));
        return planned;
    }

    private record Sum(long files, long bytes) {
        Sum plus(long moreFiles, long moreBytes) {
            return new Sum(files + moreFiles, bytes + moreBytes);
        }
    }

    /// What the session wanted of these paths before.
    private Sum withdraw(SessionRow session) {
        return database.sql("""
                with withdrawn as (
                    delete from upload_rows
                     where ctid = any (array(
                           select u.ctid
                             from plan_rows p
                            cross join lateral (
                                  select ctid from upload_rows
                                   where session = :session and path = p.path limit 1) u))
                    returning size
                )
                select count(*) as files, coalesce(sum(size), 0) as bytes from withdrawn
                """)
                .param("session", session.id().value())
                .query((row, n) -> new Sum(row.getLong("files"), row.getLong("bytes")))
                .single();
    }

    private void notUnchanged(SessionRow session) {
        database.sql("""
                delete from upload_unchanged
                 where ctid = any (array(
                       select u.ctid
                         from plan_rows p
                        cross join lateral (
                              select ctid from upload_unchanged
                               where session = :session and path = p.path limit 1) u
                        where (select exists (select from upload_unchanged where session = :session))))
                """).param("session", session.id().value()).update();
    }

    private void count(SessionRow session, Sum more) {
        database.sql("""
                update upload_sessions set files = files + :files, bytes = bytes + :bytes where id = :session
                """)
                .param("files", more.files())
                .param("bytes", more.bytes())
                .param("session", session.id().value())
                .update();
    }

    private static PlanRow decide(SessionRow session, Change change, Place place, Map<Sha256, Long> staged) {
        return switch (change) {
            case Change.Remove(var path) -> place.exists() ? PlanRow.removal(path) : PlanRow.unchanged(path);
            case Change.Put(var file) ->
                place.same() ? PlanRow.unchanged(file.path()) : put(session, file, place, staged);
        };
    }

    private static PlanRow put(SessionRow session, FileEntry file, Place place, Map<Sha256, Long> staged) {
        var dataset = session.dataset();
        if (place.durable() != null) {
            return PlanRow.of(file, "pinned", place.durable(), new Planned.Present(file));
        }
        if (place.direct() || place.fresh()) {
            var key = StoreLayout.live(dataset.storagePath(), file.path());
            var upload = new Planned.Upload(file, key, Planned.Target.DIRECT);
            return PlanRow.direct(file, place.etag() == null ? upload : new Planned.Present(file), place.etag());
        }
        long copy = staged.getOrDefault(file.sha256(), 0L);
        var key = StoreLayout.history(dataset.id(), file.sha256(), copy);
        var answer = place.sealed() ? new Planned.Present(file) : new Planned.Upload(file, key, Planned.Target.STAGED);
        return PlanRow.of(file, "staged", copy, answer);
    }

    /// The copy that each staged content goes to: this session's own where it has one, else a fresh one.
    private Map<Sha256, Long> makeCopies(SessionRow session, List<Change> changes, List<Place> places) {
        var copies = new HashMap<Sha256, Long>();
        var fresh = new ArrayList<Sha256>();
        for (int i = 0; i < changes.size(); i++) {
            var place = places.get(i);
            if (changes.get(i) instanceof Change.Put(FileEntry file) && isStaged(place)) {
                if (copies.putIfAbsent(file.sha256(), place.own() == null ? 0 : place.own()) == null
                        && place.own() == null) {
                    fresh.add(file.sha256());
                }
            }
        }
        insert(session, fresh, copies);
        return copies;
    }

    private static boolean isStaged(Place place) {
        return !place.same() && place.durable() == null && !place.direct() && !place.fresh();
    }

    private void insert(SessionRow session, List<Sha256> fresh, Map<Sha256, Long> copies) {
        if (fresh.isEmpty()) {
            return;
        }
        Iterator<Long> ids = database.sql("select nextval('copy_ids') from generate_series(1, :count)")
                .param("count", fresh.size())
                .query((row, n) -> row.getLong(1))
                .list()
                .iterator();
        var dataset = session.dataset().id();
        try (var rows = database.copyInto("copies (id, dataset, sha256, key, state, session)")) {
            for (var content : fresh) {
                long id = ids.next();
                copies.put(content, id);
                rows.number(id).text(dataset.value()).content(content);
                rows.text(StoreLayout.history(dataset, content, id).value()).text("uploading");
                rows.text(session.id().toString()).end();
            }
        }
    }

    /// A direct key may change until the last request that its URL allows is over.
    private String quietUntil() {
        return database.sql("select (clock_timestamp() + make_interval(secs => :quiet))::text")
                .param("quiet", Columns.seconds(timing.quiet()))
                .query(String.class)
                .single();
    }

    private void reserve(SessionRow session) {
        database.sql("""
                insert into reservations (dataset, path, folded, session)
                select :dataset, path, folded, :session from plan_held
                    on conflict do nothing
                """)
                .param("dataset", session.dataset().id().value())
                .param("session", session.id().value())
                .update();
        database.sql("""
                insert into published (dataset, path, direct_sha, quiet_until)
                select :dataset, path, direct_sha, clock_timestamp() + make_interval(secs => :quiet)
                  from plan_held
                 where direct_sha is not null
                    on conflict (dataset, path) do update
                   set quiet_until = greatest(published.quiet_until, excluded.quiet_until)
                """)
                .param("dataset", session.dataset().id().value())
                .param("quiet", Columns.seconds(timing.quiet()))
                .update();
    }

    /// The rows that one plan call makes, on their way into their tables. `plan_held` has every path to be reserved,
    /// and what a direct upload may put at a key that was given out before.
    private static final class Rows implements AutoCloseable {
        private final SessionRow session;
        private final String quietUntil;
        private final CopyRows wishes;
        private final CopyRows unchanged;
        private final CopyRows held;
        private final CopyRows keys;

        Rows(Database database, SessionRow session, String quietUntil) {
            database.sql("""
                    create temp table if not exists plan_held (path text collate "C", folded text, direct_sha bytea)
                        on commit delete rows
                    """).update();
            this.session = session;
            this.quietUntil = quietUntil;
            this.wishes = database.copyInto("upload_rows (session, path, sha256, size, target, copy, etag)");
            this.unchanged = database.copyInto("upload_unchanged (session, path)");
            this.held = database.copyInto("plan_held (path, folded, direct_sha)");
            this.keys = database.copyInto("published (dataset, path, direct_sha, quiet_until)");
        }

        /// @param fresh whether `published` has no row of the path
        void add(PlanRow row, boolean fresh) {
            row.target().ifPresent(target -> {
                wish(row, target);
                hold(row, target.equals("direct"), fresh);
            });
            if (row.planned() instanceof Planned.Unchanged same && session.byClient()) {
                unchanged
                        .text(session.id().toString())
                        .text(same.path().value())
                        .end();
            }
        }

        private void wish(PlanRow row, String target) {
            wishes.text(session.id().toString()).text(row.planned().path().value());
            wishes.content(row.content()).number(row.size()).text(target);
            wishes.number(row.copy()).text(row.etag()).end();
        }

        private void hold(PlanRow row, boolean direct, boolean fresh) {
            var path = row.planned().path();
            held.text(path.value()).text(path.folded());
            held.content(direct && !fresh ? row.content() : null).end();
            if (direct && fresh) {
                keys.text(session.dataset().id().value()).text(path.value());
                keys.content(row.content()).text(quietUntil).end();
            }
        }

        /// Sends what is left.
        @Override
        public void close() {
            wishes.close();
            unchanged.close();
            held.close();
            keys.close();
        }
    }
}
