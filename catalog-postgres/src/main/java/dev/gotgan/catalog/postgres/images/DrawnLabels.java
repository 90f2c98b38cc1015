package dev.gotgan.catalog.postgres.images;

import dev.gotgan.catalog.postgres.images.PostgresImagePages.Found;
import dev.gotgan.catalog.postgres.sql.Database;
import dev.gotgan.engine.content.LogicalPath;
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
        database.sql("""
                select asked.n, a.ordinal, a.class, a.shape, a.normalised, a.numbers, c.name
                  from unnest(:contents::text[], :refs::text[]) with ordinality as asked (content, ref, n)
                 cross join lateral (
                       select * from annotations
                        where dataset = :dataset and label_sha = decode(asked.content, 'hex')
                          and image_ref = asked.ref collate "C"
                        order by ordinal
                        limit :most) a
                  left join label_classes c
                    on c.dataset = :dataset and c.label_sha = a.label_sha and c.class = a.class
                 order by asked.n, a.ordinal
                """)
                .param("dataset", dataset.value())
                .param("contents", texts(labelled.stream().map(image -> String.valueOf(image.label()))))
                .param("refs", texts(labelled.stream().map(image -> image.row().labelRef())))
                .param("most", ImagePages.MOST_SHAPES)
                .query(row -> {
                    var image = labelled.get(row.getInt("n") - 1);
                    labels.computeIfAbsent(image.row().path(), _ -> new ArrayList<>())
                            .add(label(row, image.row().labelRef(), names));
                });
        return labels;
    }

    private static String[] texts(Stream<String> texts) {
        return texts.toArray(String[]::new);
    }

    private static Label label(ResultSet row, String ref, ClassNames names) throws SQLException {
        return new Label(Drawn.annotation(row, ref, row.getInt("ordinal")), Drawn.name(row, names));
    }
}
