package dev.gotgan.catalog.postgres.images;

import dev.gotgan.catalog.postgres.sql.Columns;
import dev.gotgan.catalog.postgres.sql.Database;
import dev.gotgan.catalog.postgres.tree.ImageColumns;
import dev.gotgan.engine.content.Sha256;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.facts.ImageFacts;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Facts of images by their contents.
///
/* Many are asked for by their marks (see the migration that makes them), for the index by the whole hash is too large to stay
in memory and each content lies elsewhere in it. `offset 0` keeps the planner from looking by anything else. */
final class ContentFacts {
    private final Database database;

    ContentFacts(Database database) {
        this.database = database;
    }

    Map<Sha256, ImageFacts> of(DatasetId dataset, Collection<Sha256> contents) {
        var found = new HashMap<Sha256, ImageFacts>();
        database.sql("""
                select i.sha256, i.kind, i.width, i.height, i.exif_orientation, i.frames, i.bits, i.error, i.notice
                  from unnest(:contents::text[]) as asked (content)
                 cross join lateral (
                       select * from image_facts
                        where content_mark(dataset, sha256) = content_mark(:dataset, decode(asked.content, 'hex'))
                       offset 0) i
                 where i.dataset = :dataset and i.sha256 = decode(asked.content, 'hex')
                """)
                .param("dataset", dataset.value())
                .param("contents", contents.stream().map(Sha256::hex).toArray(String[]::new))
                .query(row -> {
                    found.put(Columns.content(row, "sha256"), ImageColumns.facts(row));
                });
        return found;
    }

    Optional<ImageFacts> find(DatasetId dataset, Sha256 content) {
        return database.sql("""
                select kind, width, height, exif_orientation, frames, bits, error, notice
                  from image_facts
                 where dataset = :dataset and sha256 = decode(:content, 'hex')
                """)
                .param("dataset", dataset.value())
                .param("content", content.hex())
                .query((row, n) -> ImageColumns.facts(row))
                .optional();
    }
}
