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
        database.sql("""
                update copies c
                   set sealed = true
                  from (select distinct u.copy
                          from upload_rows u
                          join seal_rows s using (path)
                         where u.session = :session and u.target = 'staged') u
                 where c.id = u.copy and c.state = 'uploading' and not c.sealed
                """).param("session", session.id().value()).update();
        database.sql("""
                update upload_rows u
                   set etag = s.etag
                  from seal_rows s
                 where u.session = :session and u.path = s.path and u.target = 'direct'
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
