package dev.gotgan.catalog.postgres.commit;

import dev.gotgan.catalog.postgres.people.AuditTrail;
import dev.gotgan.catalog.postgres.session.SessionRow;
import dev.gotgan.catalog.postgres.sql.Database;
import dev.gotgan.catalog.postgres.sql.Json;
import dev.gotgan.engine.commit.CommitPlan;
import dev.gotgan.engine.commit.Committed;
import java.util.Map;

/// The rows that say that a commit happened, and the head that it made.
final class CommitRecord {
    private final Database database;
    private final AuditTrail audit;
    private final CommitAnswers answers;

    CommitRecord(Database database) {
        this.database = database;
        this.audit = new AuditTrail(database);
        this.answers = new CommitAnswers(database);
    }

    Committed write(SessionRow session, CommitPlan plan, CommitFiles.Counts counts) {
        writeHistory(session, plan, counts);
        writeHead(session, plan);
        end(session, plan.base() + 1, true);
        tell(session, plan, counts);
        return answers.of(session, plan.base() + 1);
    }

    /// A session that changes nothing commits nothing; a dataset that waited for it is there now.
    Committed nothing(SessionRow session) {
        database.sql("""
                update datasets
                   set state = 'live', meta_wanted = greatest(meta_wanted, 1)
                 where id = :dataset and state = 'new'
                """).param("dataset", session.dataset().id().value()).update();
        end(session, session.dataset().generation(), false);
        return answers.ofNothing(session);
    }

    /// The answer that a committed session was given.
    Committed first(SessionRow session) {
        return answers.first(session);
    }

    private void end(SessionRow session, long generation, boolean changed) {
        database.sql("""
                update upload_sessions
                   set state = 'committed', ended_at = clock_timestamp(), generation = :generation, changed = :changed
                 where id = :session
                """)
                .param("session", session.id().value())
                .param("generation", generation)
                .param("changed", changed)
                .update();
    }

    private void writeHistory(SessionRow session, CommitPlan plan, CommitFiles.Counts counts) {
        var author = session.author();
        database.sql("""
                insert into commits (dataset, generation, author, at, kind, message, added, changed, removed,
                                     content_hash, version, num_files, size_bytes)
                values (:dataset, :generation, :author::integer, clock_timestamp(), :kind, :message, :added, :changed,
                        :removed, :hash, :version, :files, :bytes)
                """)
                .param("dataset", session.dataset().id().value())
                .param("generation", plan.base() + 1)
                .param("author", author == null ? null : author.value())
                .param("kind", session.kind())
                .param("message", session.message())
                .param("added", counts.added())
                .param("changed", counts.changed())
                .param("removed", counts.removed())
                .param("hash", plan.contentHash().hex())
                .param("version", session.dataset().version())
                .param("files", plan.files())
                .param("bytes", plan.bytes())
                .update();
    }

    private void writeHead(SessionRow session, CommitPlan plan) {
        HeadFigures.of(database.sql("""
                update datasets d
                   set state = 'live', generation = :generation, content_hash = :hash, num_files = :files,
                       size_bytes = :bytes, last_modified_at = c.at, updated_at = c.at,
                       format = :format, task_type = :task_type, confidence = :confidence,
                       class_names = :classes::jsonb, num_classes = :num_classes::integer, splits = :splits::jsonb,
                       num_images = :images, labelled_images = :labelled, num_objects = :objects,
                       avg_width = :width, avg_height = :height, training_ready = :ready,
                       num_errors = :errors, num_warnings = :warnings, meta_wanted = meta_wanted + 1
                  from commits c
                 where d.id = :dataset and c.dataset = d.id and c.generation = :generation
                """), plan.analysis())
                .param("dataset", session.dataset().id().value())
                .param("generation", plan.base() + 1)
                .param("hash", plan.contentHash().hex())
                .param("files", plan.files())
                .param("bytes", plan.bytes())
                .update();
    }

    private void tell(SessionRow session, CommitPlan plan, CommitFiles.Counts counts) {
        var dataset = session.dataset().id();
        audit.write(
                session.author(),
                "dataset.commit",
                dataset,
                Map.of(
                        "generation", Long.toString(plan.base() + 1),
                        "kind", session.kind(),
                        "content_hash", plan.contentHash().hex()));
        database.sql("insert into outbox (dataset, kind, payload) values (:dataset, 'committed', :payload::jsonb)")
                .param("dataset", dataset.value())
                .param("payload", Json.of(json -> {
                    json.writeStartObject();
                    json.writeNumberProperty("generation", plan.base() + 1);
                    json.writeNumberProperty("added", counts.added());
                    json.writeNumberProperty("changed", counts.changed());
                    json.writeNumberProperty("removed", counts.removed());
                    json.writeStringProperty("content_hash", plan.contentHash().hex());
                    json.writeEndObject();
                }))
                .update();
    }
}
