package dev.gotgan.catalog.postgres.commit;

import dev.gotgan.catalog.postgres.session.SessionRow;
import dev.gotgan.catalog.postgres.sql.Columns;
import dev.gotgan.catalog.postgres.sql.Database;
import dev.gotgan.engine.commit.Committed;
import dev.gotgan.engine.commit.Head;
import dev.gotgan.engine.content.Sha256;
import java.sql.ResultSet;
import java.sql.SQLException;

/// What a commit is answered with, read from its rows, so that it is the same however often it is asked.
final class CommitAnswers {
    private final Database database;

    CommitAnswers(Database database) {
        this.database = database;
    }

    Committed first(SessionRow session) {
        var generation = session.generation();
        if (generation == null) {
            throw new IllegalStateException("a committed session has a generation: " + session.id());
        }
        return session.changed() ? of(session, generation) : ofNothing(session);
    }

    Committed of(SessionRow session, long generation) {
        return database.sql("""
                select generation, at, version, content_hash, num_files, size_bytes, added, changed, removed
                  from commits
                 where dataset = :dataset and generation = :generation
                """)
                .param("dataset", session.dataset().id().value())
                .param("generation", generation)
                .query((row, n) -> new Committed(
                        head(session, row),
                        row.getLong("added"),
                        row.getLong("changed"),
                        row.getLong("removed"),
                        Columns.time(row, "at")))
                .single();
    }

    Committed ofNothing(SessionRow session) {
        return database.sql("""
                select s.generation, s.ended_at, c.content_hash, coalesce(c.version, 1) as version,
                       coalesce(c.num_files, 0) as num_files, coalesce(c.size_bytes, 0) as size_bytes
                  from upload_sessions s
                  left join commits c on c.dataset = s.dataset and c.generation = s.generation
                 where s.id = :session
                """)
                .param("session", session.id().value())
                .query((row, n) -> new Committed(head(session, row), 0, 0, 0, Columns.time(row, "ended_at")))
                .single();
    }

    private static Head head(SessionRow session, ResultSet row) throws SQLException {
        var hash = row.getString("content_hash");
        return new Head(
                session.dataset().id(),
                session.dataset().storagePath(),
                row.getLong("generation"),
                row.getInt("version"),
                hash == null ? Sha256.EMPTY : Sha256.parse(hash),
                row.getLong("num_files"),
                row.getLong("size_bytes"));
    }
}
