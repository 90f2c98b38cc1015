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
        withdraw(session, "upload_rows");
        withdraw(session, "upload_unchanged");
        database.sql("""
                create temp table if not exists plan_held (path text collate "C", folded text, direct_sha bytea)
                    on commit delete rows
                """).update();
        var planned = new ArrayList<Planned>();
        try (var rows = database.copyInto("upload_rows (session, path, sha256, size, target, copy, etag)");
                var unchanged = database.copyInto("upload_unchanged (session, path)");
                var held = database.copyInto("plan_held (path, folded, direct_sha)")) {
            for (int i = 0; i < changes.size(); i++) {
                var row = decide(session, changes.get(i), places.get(i), staged);
                row.target().ifPresent(target -> write(session, row, target, rows, held));
                if (row.planned() instanceof Planned.Unchanged same && session.byClient()) {
                    unchanged
                            .text(session.id().toString())
                            .text(same.path().value())
                            .end();
                }
                planned.add(row.planned());
            }
        }
        reserve(session);
        return planned;
    }

    /// What the session wanted of these paths before.
    private void withdraw(SessionRow session, String table) {
        database.sql("""
                delete from %1$s
                 where ctid = any (array(
                       select u.ctid
                         from plan_rows p
                        cross join lateral (
                              select ctid from %1$s where session = :session and path = p.path limit 1) u))
                """.formatted(table))
                .param("session", session.id().value())
                .update();
    }

    private static void write(SessionRow session, PlanRow row, String target, CopyRows rows, CopyRows held) {
        var path = row.planned().path();
        rows.text(session.id().toString()).text(path.value());
        rows.content(row.content())
                .number(row.size())
                .text(target)
                .number(row.copy())
                .text(row.etag());
        rows.end();
        held.text(path.value()).text(path.folded()).content(target.equals("direct") ? row.content() : null);
        held.end();
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
}
