package dev.gotgan.catalog.postgres.publish;

import dev.gotgan.catalog.postgres.sql.Database;
import dev.gotgan.engine.content.Sha256;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.publish.PublishRows.Copying;
import dev.gotgan.engine.store.StoreLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Copies of contents that lie only in the live tree and must outlive it there.
final class KeptCopies {
    private final Database database;

    KeptCopies(Database database) {
        this.database = database;
    }

    List<Copying> begin(DatasetId dataset, List<Sha256> contents) {
        var ids = database.sql("select nextval('copy_ids') from generate_series(1, :count)")
                .param("count", contents.size())
                .query((row, n) -> row.getLong(1))
                .list();
        var copying = new ArrayList<Copying>();
        try (var rows = database.copyInto("copies (id, dataset, sha256, key, state)")) {
            for (int i = 0; i < contents.size(); i++) {
                var key = StoreLayout.history(dataset, contents.get(i), ids.get(i));
                rows.number(ids.get(i)).text(dataset.value()).content(contents.get(i));
                rows.text(key.value()).text("copying").end();
                copying.add(new Copying(ids.get(i), contents.get(i), key));
            }
        }
        return copying;
    }

    Set<Long> finish(DatasetId dataset, List<Long> ids) {
        return Set.copyOf(database.sql("""
                update copies
                   set state = 'durable'
                 where id = any (:ids) and dataset = :dataset and state = 'copying'
                returning id
                """)
                .param("ids", ids.toArray(Long[]::new))
                .param("dataset", dataset.value())
                .query((row, n) -> row.getLong("id"))
                .list());
    }
}
