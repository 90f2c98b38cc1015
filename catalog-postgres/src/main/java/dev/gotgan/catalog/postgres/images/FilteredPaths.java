package dev.gotgan.catalog.postgres.images;

import dev.gotgan.catalog.postgres.sql.Database;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.gallery.ImagePages.Has;
import dev.gotgan.engine.gallery.ImagePages.Wanted;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/// Which images are on a page. Each way to filter is a query of its own that can only be answered by its own index:
/// one query for all of them would leave the choice to the planner, which knows nothing of this dataset.
///
/* `offset 0` keeps what ended since apart: a planner that takes its few rows for many would look for them among all.

Where no split is asked for, each of the dataset's few splits gives its first images behind the last page, and those are
merged. An index without the split for each filter would answer as fast, and be written with each image. */
final class FilteredPaths {
    /// Sorts after every path: paths hold no noncharacters.
    private static final String LAST = new String(Character.toChars(Character.MAX_CODE_POINT));

    private static final String EVERY_CLASS = "";

    private final Database database;

    FilteredPaths(Database database) {
        this.database = database;
    }

    List<String> page(DatasetId dataset, long generation, Wanted wanted, String after, int limit) {
        if (isImpossible(wanted)) {
            return List.of();
        }
        return of(dataset, generation, wanted, PAGE)
                .param("after", after)
                .param("limit", limit)
                .query((row, n) -> row.getString("path"))
                .list();
    }

    long count(DatasetId dataset, long generation, Wanted wanted) {
        if (isImpossible(wanted)) {
            return 0;
        }
        return of(dataset, generation, wanted, COUNT)
                .query((row, n) -> row.getLong("images"))
                .single();
    }

    /// A class occurs only where something is labelled.
    private static boolean isImpossible(Wanted wanted) {
        return wanted.className() != null && wanted.has() == Has.NO_LABELS;
    }

    private record Queries(String all, String shelves, String classes, String problems) {}

    private StatementSpec of(DatasetId dataset, long generation, Wanted wanted, Queries queries) {
        var statement = statement(dataset, generation, wanted, queries);
        return statement.param("dataset", dataset.value()).param("generation", generation);
    }

    private StatementSpec statement(DatasetId dataset, long generation, Wanted wanted, Queries queries) {
        if (wanted.has() == Has.PROBLEMS) {
            var name = wanted.className() == null ? EVERY_CLASS : wanted.className();
            return database.sql(queries.problems)
                    .param("class", name)
                    .param("splits", splits(dataset, generation, wanted));
        } else if (wanted.className() != null) {
            return database.sql(queries.classes)
                    .param("class", wanted.className())
                    .param("splits", splits(dataset, generation, wanted));
        } else if (wanted.has() != null || wanted.split() != null) {
            return database.sql(queries.shelves)
                    .param("last", LAST)
                    .param("shelves", shelves(dataset, generation, wanted));
        }
        return database.sql(queries.all);
    }

    private String[] shelves(DatasetId dataset, long generation, Wanted wanted) {
        return Stream.of(splits(dataset, generation, wanted))
                .flatMap(split -> Stream.of("l", "n")
                        .filter(labelled ->
                                wanted.has() == null || (wanted.has() == Has.LABELS) == labelled.equals("l"))
                        .map(labelled -> labelled + split + "\u0001"))
                .toArray(String[]::new);
    }

    private String[] splits(DatasetId dataset, long generation, Wanted wanted) {
        if (wanted.split() != null) {
            return new String[] {wanted.split()};
        }
        var named = database.sql("""
                select split ->> 'name' as split
                  from generation_facts g
                 cross join jsonb_array_elements(g.splits) as split
                 where g.dataset = :dataset and g.generation = :generation
                """)
                .param("dataset", dataset.value())
                .param("generation", generation)
                .query((row, n) -> row.getString("split"))
                .list();
        return Stream.concat(named.stream(), Stream.of("")).distinct().toArray(String[]::new);
    }

    private static final Queries PAGE = new Queries("""
            (select path from image_rows
              where dataset = :dataset and gen_to is null and gen_from <= :generation and path > :after
              order by path limit :limit)
             union all
            (select path
               from (select path from image_rows
                      where dataset = :dataset and gen_to > :generation and gen_from <= :generation offset 0) closed
              where path > :after
              order by path limit :limit)
              order by path limit :limit
            """, """
            select found.path
              from unnest(:shelves::text[]) as named (shelf)
             cross join lateral (
                   (select path from image_rows
                     where dataset = :dataset and gen_to is null and gen_from <= :generation
                       and shelf(objects, split, path) collate "C" > named.shelf || :after
                       and shelf(objects, split, path) collate "C" < named.shelf || :last
                     order by shelf(objects, split, path) collate "C" limit :limit)
                    union all
                   (select path
                      from (select path, shelf(objects, split, path) as shelf from image_rows
                             where dataset = :dataset and gen_to > :generation and gen_from <= :generation
                            offset 0) closed
                     where path > :after and starts_with(shelf, named.shelf)
                     order by path limit :limit)) found
             order by found.path limit :limit
            """, """
            select found.path
              from unnest(:splits::text[]) as named (split)
             cross join lateral (
                   (select path from image_classes
                     where dataset = :dataset and class = :class and split = named.split and path > :after
                       and gen_to is null and gen_from <= :generation
                     order by path limit :limit)
                    union all
                   (select path
                      from (select path, class, split from image_classes
                             where dataset = :dataset and gen_to > :generation and gen_from <= :generation
                            offset 0) closed
                     where class = :class and split = named.split and path > :after
                     order by path limit :limit)) found
             order by found.path limit :limit
            """, """
            select found.path
              from unnest(:splits::text[]) as named (split)
             cross join lateral (
                   (select path from image_problems
                     where dataset = :dataset and class = :class and split = named.split and path > :after
                       and gen_to is null and gen_from <= :generation
                     order by path limit :limit)
                    union all
                   (select path
                      from (select path, class, split from image_problems
                             where dataset = :dataset and gen_to > :generation and gen_from <= :generation
                            offset 0) closed
                     where class = :class and split = named.split and path > :after
                     order by path limit :limit)) found
             order by found.path limit :limit
            """);

    private static final Queries COUNT = new Queries("""
            select count(*) as images
              from image_rows
             where dataset = :dataset and gen_from <= :generation and (gen_to is null or gen_to > :generation)
            """, """
            select count(*) as images
              from unnest(:shelves::text[]) as named (shelf)
              join image_rows on dataset = :dataset
                   and shelf(objects, split, path) collate "C" > named.shelf
                   and shelf(objects, split, path) collate "C" < named.shelf || :last
             where gen_from <= :generation and (gen_to is null or gen_to > :generation)
            """, """
            select count(*) as images
              from image_classes
             where dataset = :dataset and class = :class and split = any (:splits::text[])
               and gen_from <= :generation and (gen_to is null or gen_to > :generation)
            """, """
            select count(*) as images
              from image_problems
             where dataset = :dataset and class = :class and split = any (:splits::text[])
               and gen_from <= :generation and (gen_to is null or gen_to > :generation)
            """);
}
