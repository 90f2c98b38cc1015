package dev.gotgan.catalog.postgres.commit;

import dev.gotgan.catalog.postgres.sql.Json;
import dev.gotgan.engine.facts.AnalysisHint;
import dev.gotgan.engine.facts.Format;
import dev.gotgan.engine.facts.TaskType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What a person chose for a dataset, from the `chosen_` columns of its row.
public final class ChosenHint {
    private ChosenHint() {}

    public static AnalysisHint of(ResultSet row) throws SQLException {
        var classes = row.getString("chosen_class_names");
        return new AnalysisHint(
                word(row.getString("chosen_format"), Format::find),
                word(row.getString("chosen_task_type"), TaskType::find),
                classes == null ? null : Json.texts(classes));
    }

    private static <T> @Nullable T word(@Nullable String wire, Function<String, Optional<T>> find) {
        return wire == null ? null : find.apply(wire).orElse(null);
    }
}
