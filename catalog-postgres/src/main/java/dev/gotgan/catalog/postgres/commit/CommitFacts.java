package dev.gotgan.catalog.postgres.commit;

import dev.gotgan.catalog.postgres.sql.CopyRows;
import dev.gotgan.catalog.postgres.sql.Database;
import dev.gotgan.engine.commit.NewFacts;
import dev.gotgan.engine.content.Sha256;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.facts.Annotation;
import dev.gotgan.engine.facts.ImageFacts;
import dev.gotgan.engine.facts.LabelFacts;
import dev.gotgan.engine.gallery.ClassNames;

/// Adds facts of contents; those that are there already stay.
final class CommitFacts {
    private final Database database;

    CommitFacts(Database database) {
        this.database = database;
    }

    void add(DatasetId dataset, NewFacts facts) {
        database.sql("""
                create temp table if not exists new_images (like image_facts) on commit delete rows
                """).update();
        database.sql("""
                create temp table if not exists new_labels (like label_facts) on commit delete rows
                """).update();
        database.sql("""
                create temp table if not exists new_annotations (like annotations) on commit delete rows
                """).update();
        database.sql("""
                create temp table if not exists new_label_classes (like label_classes) on commit delete rows
                """).update();
        try (var images = database.copyInto("""
                        new_images (dataset, sha256, kind, width, height, exif_orientation, frames, bits, error, notice)
                        """);
                var labels = database.copyInto("new_labels (dataset, sha256, kind, summary)");
                var names = database.copyInto("new_label_classes (dataset, label_sha, class, name)");
                var annotations = database.copyInto("""
                        new_annotations (dataset, label_sha, image_ref, ordinal, class, shape, normalised, numbers)
                        """)) {
            facts.forEach(new ToTables(dataset.value(), images, labels, names, annotations));
        }
        database.sql("insert into image_facts select * from new_images on conflict do nothing")
                .update();
        database.sql("insert into label_facts select * from new_labels on conflict do nothing")
                .update();
        database.sql("insert into label_classes select * from new_label_classes on conflict do nothing")
                .update();
        database.sql("insert into annotations select * from new_annotations on conflict do nothing")
                .update();
    }

    private record ToTables(String dataset, CopyRows images, CopyRows labels, CopyRows names, CopyRows annotations)
            implements NewFacts.Sink {
        @Override
        public void image(Sha256 content, ImageFacts facts) {
            images.text(dataset).content(content).text(facts.kind().wire());
            images.number(facts.width()).number(facts.height()).number(facts.orientation());
            images.number(facts.frames()).number(facts.bits());
            images.text(facts.error()).text(facts.notice()).end();
        }

        @Override
        public void label(LabelFacts facts) {
            labels.text(dataset).content(facts.sha256()).text(facts.kind());
            labels.text(facts.summary()).end();
            ClassNames.inFile(facts).forEach((id, name) -> {
                names.text(dataset).content(facts.sha256());
                names.text(id).text(name).end();
            });
        }

        @Override
        public void annotation(Sha256 label, Annotation annotation) {
            annotations.text(dataset).content(label).text(annotation.imageRef()).number(annotation.ordinal());
            annotations.text(annotation.classRef()).text(annotation.shape()).flag(annotation.normalised());
            annotations.decimals(annotation.numbers()).end();
        }
    }
}
