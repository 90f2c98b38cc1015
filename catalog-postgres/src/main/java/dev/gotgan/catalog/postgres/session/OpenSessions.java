package dev.gotgan.catalog.postgres.session;

import dev.gotgan.catalog.postgres.sql.Columns;
import dev.gotgan.catalog.postgres.sql.Database;
import dev.gotgan.engine.commit.Change;
import dev.gotgan.engine.commit.ChangeKind;
import dev.gotgan.engine.commit.NewSession;
import dev.gotgan.engine.commit.Planned;
import dev.gotgan.engine.commit.SessionId;
import dev.gotgan.engine.commit.WriteSessions.OpenSession;
import dev.gotgan.engine.commit.WriteSessions.Settled;
import dev.gotgan.engine.commit.WriteSessions.Wanted;
import dev.gotgan.engine.content.FileEntry;
import dev.gotgan.engine.content.LogicalPath;
import dev.gotgan.engine.dataset.Actor;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.store.Key;
import dev.gotgan.engine.store.StoreLayout;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;

/// Open sessions as those see them who drive them.
final class OpenSessions {
    private static final String SESSIONS = """
            select s.id, s.dataset, s.author, s.kind, s.message, s.driver, s.unsent, s.base, s.opened_at, s.expires_at,
                   coalesce(nullif(u.name, ''), split_part(u.email, '@', 1), '') as person,
                   s.files, s.bytes
              from upload_sessions s
              left join users u on u.id = s.author
             where s.state = 'open' and %s
             order by s.opened_at, s.id
            """;
    private static final String ONE = SESSIONS.formatted("s.id = :session");
    private static final String ALL = SESSIONS.formatted("s.dataset = :dataset");

    private final Database database;

    OpenSessions(Database database) {
        this.database = database;
    }

    Optional<OpenSession> find(SessionId session) {
        return database.sql(ONE)
                .param("session", session.value())
                .query((row, n) -> session(row))
                .optional();
    }

    Settled settled(SessionId session) {
        return database.sql("""
                select (select count(*)
                          from upload_rows r
                          left join copies c on c.id = r.copy
                         where r.session = s.id
                           and (r.target in ('pinned', 'removal')
                                or (r.target = 'direct' and r.etag is not null)
                                or (r.target = 'staged' and c.sealed))) as sealed,
                       (select count(*) from upload_unchanged n where n.session = s.id) as unchanged
                  from upload_sessions s
                 where s.id = :session and s.state = 'open'
                """)
                .param("session", session.value())
                .query((row, n) -> new Settled(row.getLong("sealed"), row.getLong("unchanged")))
                .optional()
                .orElse(new Settled(0, 0));
    }

    List<OpenSession> of(DatasetId dataset) {
        return database.sql(ALL)
                .param("dataset", dataset.value())
                .query((row, n) -> session(row))
                .list();
    }

    private static OpenSession session(ResultSet row) throws SQLException {
        var author = Columns.userOrNull(row, "author");
        var opened = new NewSession(
                new DatasetId(row.getString("dataset")),
                author == null ? new Actor.Itself() : new Actor.Person(author, false, false),
                Columns.word(ChangeKind.class, row, "kind"),
                row.getString("message"),
                Columns.word(NewSession.Driver.class, row, "driver"),
                Columns.word(NewSession.Unsent.class, row, "unsent"),
                Columns.longOrNull(row, "base"));
        return new OpenSession(
                new SessionId(row.getObject("id", UUID.class)),
                opened,
                row.getString("person"),
                Columns.time(row, "opened_at"),
                Columns.time(row, "expires_at"),
                row.getLong("files"),
                row.getLong("bytes"));
    }

    /// Inside a transaction that only reads.
    void forEachWanted(SessionId session, Consumer<Wanted> each) {
        database.sql("""
                select r.path, r.sha256, r.size, r.target, r.etag, c.key, coalesce(c.sealed, false) as sealed,
                       d.storage_path
                  from upload_rows r
                  join upload_sessions s on s.id = r.session and s.state = 'open'
                  join datasets d on d.id = s.dataset
                  left join copies c on c.id = r.copy
                 where r.session = :session
                 order by r.path
                """).param("session", session.value()).query((RowCallbackHandler) row -> each.accept(wanted(row)));
    }

    private static Wanted wanted(ResultSet row) throws SQLException {
        var path = Columns.path(row, "path");
        var content = Columns.contentOrNull(row, "sha256");
        if (content == null) {
            return new Wanted(new Change.Remove(path), null, null, true);
        }
        var file = new FileEntry(path, content, row.getLong("size"));
        var change = new Change.Put(file);
        return switch (row.getString("target")) {
            case "direct" -> {
                var key = StoreLayout.live(row.getString("storage_path"), path);
                var upload = new Planned.Upload(file, key, Planned.Target.DIRECT);
                yield new Wanted(change, key, upload, row.getString("etag") != null);
            }
            case "staged" -> {
                var key = key(row);
                var upload = key == null ? null : new Planned.Upload(file, key, Planned.Target.STAGED);
                yield new Wanted(change, key, upload, row.getBoolean("sealed"));
            }
            default -> new Wanted(change, key(row), null, true);
        };
    }

    private static @Nullable Key key(ResultSet row) throws SQLException {
        var key = row.getString("key");
        return key == null ? null : new Key(key);
    }

    /// Inside a transaction that only reads.
    void forEachUnchanged(SessionId session, Consumer<LogicalPath> each) {
        database.sql("""
                select n.path
                  from upload_unchanged n
                  join upload_sessions s on s.id = n.session and s.state = 'open'
                 where n.session = :session
                 order by n.path
                """).param("session", session.value()).query((RowCallbackHandler)
                row -> each.accept(Columns.path(row, "path")));
    }
}
