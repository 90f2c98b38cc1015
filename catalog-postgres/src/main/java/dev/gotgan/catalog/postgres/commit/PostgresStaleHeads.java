package dev.gotgan.catalog.postgres.commit;

import dev.gotgan.catalog.postgres.session.DatasetLock;
import dev.gotgan.catalog.postgres.sql.Database;
import dev.gotgan.engine.analysis.NextHead;
import dev.gotgan.engine.analysis.StaleHeads;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.dataset.DatasetState;
import java.util.List;
import java.util.Optional;

/// [StaleHeads] on PostgreSQL.
public final class PostgresStaleHeads implements StaleHeads {
    private final Database database;
    private final DatasetLock lock;
    private final CommitAnalysis analysis;

    public PostgresStaleHeads(Database database) {
        this.database = database;
        this.lock = new DatasetLock(database);
        this.analysis = new CommitAnalysis(database);
    }

    @Override
    public List<DatasetId> due(int limit) {
        return database.sql("""
                select id from datasets where analysis_due and state = 'live' order by id limit :limit
                """)
                .param("limit", limit)
                .query((row, n) -> new DatasetId(row.getString("id")))
                .list();
    }

    @Override
    public Optional<Stale> find(DatasetId dataset) {
        return database.sql("""
                select id, storage_path, generation, version, content_hash, num_files, size_bytes, revision,
                       chosen_format, chosen_task_type, chosen_class_names
                  from datasets
                 where id = :dataset and analysis_due and state = 'live'
                """)
                .param("dataset", dataset.value())
                .query((row, n) -> new Stale(PostgresCommitLog.head(row), ChosenHint.of(row), row.getLong("revision")))
                .optional();
    }

    @Override
    public boolean replace(Stale stale, NextHead analysed) {
        return database.in(() -> {
            var dataset = stale.head().dataset();
            var locked = lock.take(dataset)
                    .filter(found -> found.state() == DatasetState.LIVE
                            && found.generation() == stale.head().generation());
            if (locked.isEmpty() || !settle(stale, analysed)) {
                return false;
            }
            analysis.replace(dataset, stale.head().generation(), analysed);
            return true;
        });
    }

    private boolean settle(Stale stale, NextHead analysed) {
        return HeadFigures.of(database.sql("""
                        update datasets
                           set format = :format, task_type = :task_type, confidence = :confidence,
                               class_names = :classes::jsonb, num_classes = :num_classes::integer,
                               splits = :splits::jsonb, num_images = :images, labelled_images = :labelled,
                               num_objects = :objects, avg_width = :width, avg_height = :height,
                               training_ready = :ready, num_errors = :errors, num_warnings = :warnings,
                               analysis_due = false, meta_wanted = meta_wanted + 1
                         where id = :dataset and revision = :revision and analysis_due
                        """), analysed.analysis())
                        .param("dataset", stale.head().dataset().value())
                        .param("revision", stale.revision())
                        .update()
                > 0;
    }
}
