package dev.gotgan.catalog.postgres.session;

import dev.gotgan.catalog.postgres.sql.Database;
import dev.gotgan.engine.commit.WriteSessions.Sealed;
import java.util.List;

/// Records which uploads are in the store.
final class SealUploads {
    private final Database database;

    SealUploads(Database database) {
        this.database = database;
    }

    void of(SessionRow session, List<Sealed> uploads) {
        stage(uploads);
        database.findByIndex();
        database.sql("""
                update copies
                   set sealed = true
                 where id = any (array(
                       select distinct u.copy
                         from seal_rows s
                        cross join lateral (
                              select copy from upload_rows
                               where session = :session and path = s.path and target = 'staged' limit 1) u))
                   and state = 'uploading' and not sealed
                """).param("session", session.id().value()).update();
        database.sql("""
                update upload_rows u
                   set etag = found.etag
                  from (select s.etag, u.place
                          from seal_rows s
                         cross join lateral (
                               select ctid as place from upload_rows
                                where session = :session and path = s.path and target = 'direct' limit 1) u) found
                 where u.ctid = found.place
                """).param("session", session.id().value()).update();
    }

    private void stage(List<Sealed> uploads) {
        database.sql("""
                create temp table if not exists seal_rows (path text collate "C", etag text) on commit delete rows
                """).update();
        try (var rows = database.copyInto("seal_rows (path, etag)")) {
            for (var upload : uploads) {
                rows.text(upload.path().value()).text(upload.etag().value()).end();
            }
        }
    }
}
