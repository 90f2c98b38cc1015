package dev.gotgan.catalog.postgres.publish;

import dev.gotgan.catalog.postgres.sql.Database;
import dev.gotgan.engine.content.Sha256;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.publish.PublishRows.Copying;
import dev.gotgan.engine.store.Key;
import dev.gotgan.engine.store.StoreLayout;
import java.util.List;

/// Copies of contents that lie only in the live tree and must outlive it there.
final class KeptCopies {
    private final Database database;

    KeptCopies(Database database) {
        this.database = database;
    }

    List<Copying> begin(DatasetId dataset, List<Sha256> contents) {
        return contents.stream().map(content -> begin(dataset, content)).toList();
    }

    private Copying begin(DatasetId dataset, Sha256 content) {
        long id = database.sql("select nextval('copy_ids')")
                .query((row, n) -> row.getLong(1))
                .single();
        Key key = StoreLayout.history(dataset, content, id);
        database.sql("""
                insert into copies (id, dataset, sha256, key, state, created_at)
                values (:id, :dataset, :content, :key, 'copying', clock_timestamp())
                """)
                .param("id", id)
                .param("dataset", dataset.value())
                .param("content", content.bytes())
                .param("key", key.value())
                .update();
        return new Copying(id, content, key);
    }

    void finish(DatasetId dataset, List<Long> ids) {
        database.sql("""
                update copies
                   set state = 'durable'
                 where id = any (:ids) and dataset = :dataset and state = 'copying'
                """)
                .param("ids", ids.toArray(Long[]::new))
                .param("dataset", dataset.value())
                .update();
    }
}
