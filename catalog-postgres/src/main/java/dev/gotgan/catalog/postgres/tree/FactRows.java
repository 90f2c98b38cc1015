package dev.gotgan.catalog.postgres.tree;

import dev.gotgan.catalog.postgres.sql.Columns;
import dev.gotgan.catalog.postgres.sql.Database;
import dev.gotgan.engine.commit.Tree.FactSink;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.facts.LabelFacts;

/// Facts of the contents that a generation refers to, each content once.
final class FactRows {
    private final Database database;
    private final int fetch;

    FactRows(Database database, int fetch) {
        this.database = database;
        this.fetch = fetch;
    }

    void forEach(DatasetId dataset, long generation, FactSink sink) {
        database.sql("""
                select sha256, kind, width, height, exif_orientation, frames, bits, error, notice
                  from image_facts i
                 where dataset = :dataset and exists (
                       select from files f
                        where f.dataset = :dataset and f.sha256 = i.sha256
                          and f.gen_from <= :generation and (f.gen_to is null or f.gen_to > :generation))
                """)
                .param("dataset", dataset.value())
                .param("generation", generation)
                .withFetchSize(fetch)
                .query(row -> {
                    sink.image(Columns.content(row, "sha256"), ImageColumns.facts(row));
                });
        database.sql("""
                select sha256, kind, summary
                  from label_facts l
                 where dataset = :dataset and exists (
                       select from files f
                        where f.dataset = :dataset and f.sha256 = l.sha256
                          and f.gen_from <= :generation and (f.gen_to is null or f.gen_to > :generation))
                """)
                .param("dataset", dataset.value())
                .param("generation", generation)
                .withFetchSize(fetch)
                .query(row -> {
                    sink.label(new LabelFacts(
                            Columns.content(row, "sha256"), row.getString("kind"), row.getString("summary")));
                });
    }
}
