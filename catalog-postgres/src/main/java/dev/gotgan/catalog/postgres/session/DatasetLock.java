package dev.gotgan.catalog.postgres.session;

import dev.gotgan.catalog.postgres.sql.Database;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.dataset.DatasetState;
import java.util.Locale;
import java.util.Optional;

/// The lock that every transaction takes first which changes anything of a dataset.
///
/* One lock for a dataset and not one for each path: an ancestor and a descendant are different rows, so locks on paths
would let two sessions reserve `a` and `a/b` side by side; and with a single lock there is no order to get wrong, so no
deadlock. What it costs: two plan calls of one dataset wait for each other, a fraction of a second each. */
public final class DatasetLock {
    private final Database database;

    public DatasetLock(Database database) {
        this.database = database;
    }

    public Optional<LockedDataset> take(DatasetId dataset) {
        return database.sql("""
                select id, state, generation, version, storage_path
                  from datasets
                 where id = :dataset
                   for no key update
                """)
                .param("dataset", dataset.value())
                .query((row, n) -> new LockedDataset(
                        new DatasetId(row.getString("id")),
                        DatasetState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                        row.getLong("generation"),
                        row.getInt("version"),
                        row.getString("storage_path")))
                .optional();
    }
}
