package dev.gotgan.catalog.postgres.images;

import dev.gotgan.catalog.postgres.images.ImageRows.Found;
import dev.gotgan.catalog.postgres.sql.Columns;
import dev.gotgan.catalog.postgres.sql.Database;
import dev.gotgan.engine.content.LogicalPath;
import dev.gotgan.engine.content.Sha256;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.facts.Format;
import dev.gotgan.engine.gallery.ClassNames;
import dev.gotgan.engine.gallery.ImagePages;
import dev.gotgan.engine.gallery.ListedImage.Label;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What is labelled on images of a page, with the names of its classes.
final class DrawnLabels {
    private static final ClassNames NO_NAMES = new ClassNames(Format.UNKNOWN, List.of());
    private static final Map<Sha256, Map<String, String>> NO_FILES = Map.of();
    private static final Map<String, String> NO_NAMES_IN_FILE = Map.of();

    /// By the mark of the label file: see [ContentFacts].
    private static final String ALONE = """
            select asked.n, a.ordinal, a.class, a.shape, a.normalised, a.numbers
              from unnest(:contents::text[], :refs::text[]) with ordinality as asked (content, ref, n)
             cross join lateral (
                   select *
                     from (select * from annotations
                            where content_mark(dataset, label_sha) = content_mark(:dataset, decode(asked.content, 'hex'))
                              and image_ref = ''
                           offset 0) marked
                    where dataset = :dataset and label_sha = decode(asked.content, 'hex')
                    order by ordinal
                    limit :most) a
             order by asked.n, a.ordinal
            """;

    private static final String AMONG_OTHERS = """
            select asked.n, a.ordinal, a.class, a.shape, a.normalised, a.numbers
              from unnest(:contents::text[], :refs::text[]) with ordinality as asked (content, ref, n)
             cross join lateral (
                   select * from annotations
                    where dataset = :dataset and label_sha = decode(asked.content, 'hex')
                      and image_ref = asked.ref collate "C"
                    order by ordinal
                    limit :most) a
             order by asked.n, a.ordinal
            """;

    private final Database database;

    DrawnLabels(Database database) {
        this.database = database;
    }

    Map<LogicalPath, List<Label>> of(DatasetId dataset, long generation, List<Found> images) {
        var labelled = images.stream()
                .filter(image -> image.label() != null && image.row().objects() > 0)
                .toList();
        var labels = new HashMap<LogicalPath, List<Label>>();
        if (labelled.isEmpty()) {
            return labels;
        }
        var names = Drawn.findNames(database, dataset, generation).orElse(NO_NAMES);
        var inFiles = names.format() == Format.COCO ? inFiles(dataset, labelled) : NO_FILES;
        var alone = labelled.stream().filter(DrawnLabels::isAlone).toList();
        var among = labelled.stream().filter(image -> !isAlone(image)).toList();
        RowSink sink = (image, row) -> labels.computeIfAbsent(image.row().path(), _ -> new ArrayList<>())
                .add(label(row, image, names, inFiles));
        if (!alone.isEmpty()) {
            draw(dataset, alone, ALONE, sink);
        }
        if (!among.isEmpty()) {
            draw(dataset, among, AMONG_OTHERS, sink);
        }
        return labels;
    }

    /// In a label file of its own.
    private static boolean isAlone(Found image) {
        return image.row().labelRef().isEmpty();
    }

    private interface RowSink {
        void take(Found image, ResultSet row) throws SQLException;
    }

    private void draw(DatasetId dataset, List<Found> images, String sql, RowSink sink) {
        database.sql(sql)
                .param("dataset", dataset.value())
                .param("contents", texts(images.stream().map(image -> String.valueOf(image.label()))))
                .param("refs", texts(images.stream().map(image -> image.row().labelRef())))
                .param("most", ImagePages.MOST_SHAPES)
                .query(row -> {
                    sink.take(images.get(row.getInt("n") - 1), row);
                });
    }

    /// What each label file calls the classes that its annotations refer to.
    private Map<Sha256, Map<String, String>> inFiles(DatasetId dataset, List<Found> images) {
        var names = new HashMap<Sha256, Map<String, String>>();
        database.sql("""
                select c.label_sha, c.class, c.name
                  from unnest(:contents::text[]) as asked (content)
                 cross join lateral (
                       select * from label_classes
                        where dataset = :dataset and label_sha = decode(asked.content, 'hex')) c
                """)
                .param("dataset", dataset.value())
                .param(
                        "contents",
                        texts(images.stream()
                                .map(image -> String.valueOf(image.label()))
                                .distinct()))
                .query(row -> {
                    names.computeIfAbsent(Columns.content(row, "label_sha"), _ -> new HashMap<>())
                            .put(row.getString("class"), row.getString("name"));
                });
        return names;
    }

    private static String[] texts(Stream<String> texts) {
        return texts.toArray(String[]::new);
    }

    private static Label label(ResultSet row, Found image, ClassNames names, Map<Sha256, Map<String, String>> inFiles)
            throws SQLException {
        var annotation = Drawn.annotation(row, image.row().labelRef(), row.getInt("ordinal"));
        var inFile = image.label() == null ? NO_NAMES_IN_FILE : inFiles.getOrDefault(image.label(), NO_NAMES_IN_FILE);
        return new Label(annotation, names.of(annotation.classRef(), inFile));
    }
}
