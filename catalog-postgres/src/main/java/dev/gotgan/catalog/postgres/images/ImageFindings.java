package dev.gotgan.catalog.postgres.images;

import dev.gotgan.catalog.postgres.images.ImageRows.Found;
import dev.gotgan.catalog.postgres.sql.Columns;
import dev.gotgan.catalog.postgres.sql.Database;
import dev.gotgan.catalog.postgres.tree.PostgresFindingPages;
import dev.gotgan.engine.catalog.FindingPages.Place;
import dev.gotgan.engine.content.LogicalPath;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.facts.Finding;
import dev.gotgan.engine.facts.ImageRow;
import dev.gotgan.engine.gallery.ImagePages;
import dev.gotgan.engine.gallery.ProblemImages;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Errors and warnings about the images of a page, the gravest first.
final class ImageFindings {
    private final Database database;

    ImageFindings(Database database) {
        this.database = database;
    }

    Map<LogicalPath, List<Finding>> of(DatasetId dataset, long generation, List<Found> images) {
        var found = new HashMap<LogicalPath, List<Finding>>();
        var few = withProblems(dataset, generation, images);
        if (few.isEmpty()) {
            return found;
        }
        var about = about(dataset, generation, few).stream().collect(Collectors.groupingBy(Finding::path));
        for (var image : few) {
            var own = places(image.row())
                    .distinct()
                    .flatMap(path -> about.getOrDefault(path, List.of()).stream())
                    .sorted(Comparator.comparing(Place::of))
                    .limit(ImagePages.MOST_PROBLEMS)
                    .toList();
            if (!own.isEmpty()) {
                found.put(image.row().path(), own);
            }
        }
        return found;
    }

    /* What a filter finds by is asked first: it holds a row for an image, where findings are looked up by all the places
    that they may be at. */
    private List<Found> withProblems(DatasetId dataset, long generation, List<Found> images) {
        var paths = new HashSet<>(database.sql("""
                select asked.path
                  from unnest(:paths::text[], :splits::text[]) as asked (path, split)
                 cross join lateral (
                       select from image_problems
                        where dataset = :dataset and class = '' and split = asked.split
                          and path = asked.path collate "C" and gen_to is null and gen_from <= :generation
                        limit 1) p
                 union all
                select path
                  from (select path, class from image_problems
                         where dataset = :dataset and gen_to > :generation and gen_from <= :generation
                        offset 0) closed
                 where class = '' and path = any (:paths::text[])
                """)
                .param("dataset", dataset.value())
                .param("generation", generation)
                .param(
                        "paths",
                        texts(images.stream().map(image -> image.row().path().value())))
                .param("splits", texts(images.stream().map(image -> image.row().split())))
                .query((row, n) -> Columns.path(row, "path"))
                .list());
        return images.stream()
                .filter(image -> paths.contains(image.row().path()))
                .toList();
    }

    private static String[] texts(Stream<String> texts) {
        return texts.toArray(String[]::new);
    }

    private static Stream<String> places(ImageRow row) {
        return ProblemImages.places(row).stream().map(LogicalPath::value);
    }

    private List<Finding> about(DatasetId dataset, long generation, List<Found> images) {
        var paths = texts(images.stream().flatMap(image -> places(image.row())).distinct());
        return database.sql("""
                select f.severity, f.kind, f.path, f.line, f.pointer, f.value, f.count, f.message
                  from unnest(:paths::text[]) as asked (path)
                 cross join lateral (
                       select * from findings
                        where dataset = :dataset and path = asked.path collate "C" and severity in ('error', 'warning')
                          and gen_from <= :generation and (gen_to is null or gen_to > :generation)
                        order by gravity(severity), kind collate "C", line, digest
                        limit :most) f
                """)
                .param("dataset", dataset.value())
                .param("generation", generation)
                .param("paths", paths)
                .param("most", ImagePages.MOST_PROBLEMS)
                .query((row, n) -> PostgresFindingPages.finding(row))
                .list();
    }
}
