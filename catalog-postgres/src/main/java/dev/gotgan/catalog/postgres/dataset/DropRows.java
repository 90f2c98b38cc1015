package dev.gotgan.catalog.postgres.dataset;

import dev.gotgan.catalog.postgres.session.LockedDataset;
import dev.gotgan.catalog.postgres.sql.Database;
import java.util.List;

/// Removes every row of a dataset but its tombstone and what the audit says.
final class DropRows {
    private static final List<String> BY_DATASET = List.of(
            "delete from upload_unchanged where session in (select id from upload_sessions where dataset = :dataset)",
            "delete from upload_rows where session in (select id from upload_sessions where dataset = :dataset)",
            "delete from upload_sessions where dataset = :dataset",
            "delete from reservations where dataset = :dataset",
            "delete from published where dataset = :dataset",
            "delete from copies where dataset = :dataset",
            "delete from generation_facts where dataset = :dataset",
            "delete from findings where dataset = :dataset",
            "delete from image_problems where dataset = :dataset and gen_to is null", // each half has its own index
            "delete from image_problems where dataset = :dataset and gen_to is not null",
            "delete from image_classes where dataset = :dataset and gen_to is null",
            "delete from image_classes where dataset = :dataset and gen_to is not null",
            "delete from image_rows where dataset = :dataset",
            "delete from annotations where dataset = :dataset",
            "delete from label_classes where dataset = :dataset",
            "delete from label_facts where dataset = :dataset",
            "delete from image_facts where dataset = :dataset",
            "delete from files where dataset = :dataset",
            "delete from invitations where dataset = :dataset",
            "delete from snapshots where dataset = :dataset",
            "delete from commits where dataset = :dataset",
            "delete from publish_lease where dataset = :dataset",
            "delete from datasets where id = :dataset");

    private final Database database;

    DropRows(Database database) {
        this.database = database;
    }

    /// A dataset that never had a commit was nobody's: its id is free again.
    void of(LockedDataset dataset) {
        for (var statement : BY_DATASET) {
            database.sql(statement).param("dataset", dataset.id().value()).update();
        }
        if (dataset.generation() == 0) {
            database.sql("delete from tombstones where id = :dataset")
                    .param("dataset", dataset.id().value())
                    .update();
        }
    }
}
