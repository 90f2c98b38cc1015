package dev.gotgan.catalog.postgres.commit;

import dev.gotgan.catalog.postgres.sql.Database;
import dev.gotgan.engine.commit.ImageRowChanges;
import dev.gotgan.engine.content.LogicalPath;
import dev.gotgan.engine.dataset.DatasetId;
import java.util.List;

/// Closes and opens image rows, and the rows by class that go with them.
final class CommitImages {
    private final Database database;

    CommitImages(Database database) {
        this.database = database;
    }

    void change(DatasetId dataset, long generation, ImageRowChanges changes) {
        if (!changes.closed().isEmpty()) {
            close(dataset, generation, changes.closed());
        }
        if (!changes.opened().isEmpty()) {
            open(dataset, generation, changes);
        }
    }

    /// For a generation that has its rows: those that began with it and are replaced were never seen by any other.
    void replace(DatasetId dataset, long generation, ImageRowChanges changes) {
        if (!changes.closed().isEmpty()) {
            close(dataset, generation, changes.closed());
            for (var empty : List.of("""
                    delete from image_rows where dataset = :dataset and gen_from = :generation and gen_to = :generation
                    """, """
                    delete from image_classes
                     where dataset = :dataset and gen_from = :generation and gen_to = :generation
                    """)) {
                database.sql(empty)
                        .param("dataset", dataset.value())
                        .param("generation", generation)
                        .update();
            }
        }
        if (!changes.opened().isEmpty()) {
            open(dataset, generation, changes);
        }
    }

    private void close(DatasetId dataset, long generation, List<LogicalPath> paths) {
        database.sql("""
                create temp table if not exists closed_images (path text collate "C") on commit delete rows
                """).update();
        try (var rows = database.copyInto("closed_images (path)")) {
            paths.forEach(path -> rows.text(path.value()).end());
        }
        database.sql("""
                with closed as (
                    update image_rows
                       set gen_to = :generation
                     where ctid = any (array(
                           select i.ctid
                             from closed_images c
                            cross join lateral (
                                  select ctid from image_rows
                                   where dataset = :dataset and path = c.path and gen_to is null limit 1) i))
                    returning path, split, classes
                )
                update image_classes
                   set gen_to = :generation
                 where ctid = any (array(
                       select k.ctid
                         from closed c
                        cross join unnest(c.classes) as named (class)
                        cross join lateral (
                              select ctid from image_classes
                               where dataset = :dataset and class = named.class and split = c.split and path = c.path
                                 and gen_to is null limit 1) k))
                """)
                .param("dataset", dataset.value())
                .param("generation", generation)
                .update();
    }

    private void open(DatasetId dataset, long generation, ImageRowChanges changes) {
        try (var images = database.copyInto("""
                        image_rows (dataset, path, sha256, split, label_path, label_ref, objects, classes, gen_from)
                        """);
                var classes = database.copyInto("image_classes (dataset, class, split, path, gen_from)")) {
            for (var row : changes.opened()) {
                var label = row.label();
                var names = row.classes().stream().map(changes.classes()::get).toList();
                images.text(dataset.value()).text(row.path().value()).content(row.sha256());
                images.text(row.split()).text(label == null ? null : label.value());
                images.text(row.labelRef()).number(row.objects()).texts(names).number(generation);
                images.end();
                for (var name : names) {
                    classes.text(dataset.value()).text(name).text(row.split());
                    classes.text(row.path().value()).number(generation).end();
                }
            }
        }
    }
}
