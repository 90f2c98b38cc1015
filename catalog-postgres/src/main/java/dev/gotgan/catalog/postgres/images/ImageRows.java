package dev.gotgan.catalog.postgres.images;

import dev.gotgan.catalog.postgres.sql.Columns;
import dev.gotgan.catalog.postgres.sql.Database;
import dev.gotgan.catalog.postgres.tree.ImageColumns;
import dev.gotgan.engine.content.LogicalPath;
import dev.gotgan.engine.content.Sha256;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.facts.ImageRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/// What tables in path order say of the images of a page.
///
/* The head's rows of all paths are one walk along an index, which touches few pages where the paths lie together. What it does
not find ended since and is looked up path by path, for readers of a former state. */
final class ImageRows {
    private final Database database;

    ImageRows(Database database) {
        this.database = database;
    }

    /// One image's row.
    ///
    /// @param size  of its file
    /// @param label content of its label file; null where that is not there
    record Found(
            ImageRow row,
            long size,
            List<String> classes,
            @Nullable Sha256 label) {}

    /// In path order.
    List<Found> of(DatasetId dataset, long generation, List<String> paths) {
        var rows = rows(dataset, generation, paths);
        var files = files(
                dataset,
                generation,
                rows.stream()
                        .flatMap(each -> Stream.of(each.row().path(), each.row().label()))
                        .filter(path -> path != null)
                        .map(LogicalPath::value)
                        .distinct()
                        .toList());
        return rows.stream()
                .map(each -> {
                    var file = files.get(each.row().path());
                    var label = files.get(each.row().label());
                    return new Found(
                            each.row(),
                            file == null ? 0 : file.size(),
                            each.classes(),
                            label == null ? null : label.sha256());
                })
                .sorted(Comparator.comparing(found -> found.row().path()))
                .toList();
    }

    private record Row(ImageRow row, List<String> classes) {}

    private List<Row> rows(DatasetId dataset, long generation, List<String> paths) {
        var found = new ArrayList<>(
                ask(dataset, generation, paths, """
                select path, sha256, split, label_path, label_ref, objects, classes
                  from image_rows
                 where dataset = :dataset and path = any (:paths::text[]) and gen_to is null and gen_from <= :generation
                """).query((row, n) -> row(row)).list());
        var missing =
                missing(paths, found.stream().map(each -> each.row().path().value()));
        if (!missing.isEmpty()) {
            found.addAll(ask(dataset, generation, missing, """
                    select r.path, r.sha256, r.split, r.label_path, r.label_ref, r.objects, r.classes
                      from unnest(:paths::text[]) as asked (path)
                     cross join lateral (
                           select * from image_rows
                            where dataset = :dataset and path = asked.path collate "C"
                              and gen_from <= :generation and gen_to > :generation
                            limit 1) r
                    """)
                    .query((row, n) -> row(row))
                    .list());
        }
        return found;
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(ImageColumns.row(row), Columns.texts(row, "classes"));
    }

    private record Content(Sha256 sha256, long size) {}

    private Map<LogicalPath, Content> files(DatasetId dataset, long generation, List<String> paths) {
        var found = new HashMap<LogicalPath, Content>();
        ask(dataset, generation, paths, """
                select path, sha256, size
                  from files
                 where dataset = :dataset and path = any (:paths::text[]) and gen_to is null and gen_from <= :generation
                """).query(row -> {
            found.put(Columns.path(row, "path"), content(row));
        });
        var missing = missing(paths, found.keySet().stream().map(LogicalPath::value));
        if (!missing.isEmpty()) {
            ask(dataset, generation, missing, """
                    select f.path, f.sha256, f.size
                      from unnest(:paths::text[]) as asked (path)
                     cross join lateral (
                           select * from files
                            where dataset = :dataset and path = asked.path collate "C"
                              and gen_from <= :generation and gen_to > :generation
                            limit 1) f
                    """).query(row -> {
                found.put(Columns.path(row, "path"), content(row));
            });
        }
        return found;
    }

    private static Content content(ResultSet row) throws SQLException {
        return new Content(Columns.content(row, "sha256"), row.getLong("size"));
    }

    private static List<String> missing(List<String> wanted, Stream<String> found) {
        var there = found.collect(Collectors.toSet());
        return wanted.stream().filter(path -> !there.contains(path)).toList();
    }

    private StatementSpec ask(DatasetId dataset, long generation, Collection<String> paths, String sql) {
        return database.sql(sql)
                .param("dataset", dataset.value())
                .param("generation", generation)
                .param("paths", paths.toArray(String[]::new));
    }
}
