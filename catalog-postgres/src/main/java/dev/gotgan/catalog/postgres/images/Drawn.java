package dev.gotgan.catalog.postgres.images;

import dev.gotgan.catalog.postgres.sql.Columns;
import dev.gotgan.catalog.postgres.sql.Database;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.facts.Annotation;
import dev.gotgan.engine.facts.Format;
import dev.gotgan.engine.gallery.ClassNames;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/// Annotations from rows of `annotations`, joined with what `label_classes` calls their classes.
final class Drawn {
    private Drawn() {}

    static Annotation annotation(ResultSet row, String ref, int ordinal) throws SQLException {
        var numbers = (Double[]) row.getArray("numbers").getArray();
        return new Annotation(
                ref,
                ordinal,
                row.getString("class"),
                row.getString("shape"),
                row.getBoolean("normalised"),
                Arrays.stream(numbers).mapToDouble(Double::doubleValue).toArray());
    }

    /// The name of its class.
    static String name(ResultSet row, ClassNames names) throws SQLException {
        var reference = row.getString("class");
        var name = row.getString("name");
        return names.of(reference, name == null ? Map.of() : Map.of(reference, name));
    }

    /// How a generation names classes; empty if there is none.
    static Optional<ClassNames> findNames(Database database, DatasetId dataset, long generation) {
        return database.sql("""
                select format, array(select jsonb_array_elements_text(classes)) as classes
                  from generation_facts
                 where dataset = :dataset and generation = :generation
                """)
                .param("dataset", dataset.value())
                .param("generation", generation)
                .query((row, n) ->
                        new ClassNames(Columns.word(Format.class, row, "format"), Columns.texts(row, "classes")))
                .optional();
    }
}
