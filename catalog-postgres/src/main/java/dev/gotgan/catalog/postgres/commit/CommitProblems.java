package dev.gotgan.catalog.postgres.commit;

import dev.gotgan.catalog.postgres.sql.CopyRows;
import dev.gotgan.catalog.postgres.sql.Database;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.facts.Analysis;
import dev.gotgan.engine.facts.ImageRow;
import dev.gotgan.engine.gallery.ProblemImages;

/// Images that have an error or a warning, as intervals: one that keeps its trouble costs nothing. There
/// are never many: an analysis tells of each kind of finding the first thousand.
final class CommitProblems {
    private static final String EVERY_CLASS = "";

    private final Database database;

    CommitProblems(Database database) {
        this.database = database;
    }

    void change(DatasetId dataset, long generation, Analysis analysis) {
        database.sql("""
                create temp table if not exists new_problems
                    (like image_problems, primary key (class, split, path)) on commit delete rows
                """).update();
        var problems = new ProblemImages(analysis.findings());
        try (var rows = database.copyInto("new_problems (dataset, class, split, path, gen_from)")) {
            for (var image : analysis.rows()) {
                if (problems.has(image)) {
                    row(rows, dataset, EVERY_CLASS, image, generation);
                    image.classes().stream()
                            .map(analysis.classes()::get)
                            .distinct()
                            .forEach(name -> row(rows, dataset, name, image, generation));
                }
            }
        }
        database.sql("""
                update image_problems p
                   set gen_to = :generation
                 where p.dataset = :dataset and p.gen_to is null
                   and not exists (
                       select from new_problems n where n.class = p.class and n.split = p.split and n.path = p.path)
                """)
                .param("dataset", dataset.value())
                .param("generation", generation)
                .update();
        database.sql("""
                insert into image_problems
                select * from new_problems
                    on conflict (dataset, class, split, path) where gen_to is null do nothing
                """).update();
    }

    private static void row(CopyRows rows, DatasetId dataset, String name, ImageRow image, long generation) {
        rows.text(dataset.value()).text(name).text(image.split());
        rows.text(image.path().value()).number(generation).end();
    }

    /// Problems that began with this generation and were taken back hold for none.
    void dropEmpty(DatasetId dataset, long generation) {
        database.sql("""
                delete from image_problems where dataset = :dataset and gen_from = :generation and gen_to = :generation
                """)
                .param("dataset", dataset.value())
                .param("generation", generation)
                .update();
    }
}
