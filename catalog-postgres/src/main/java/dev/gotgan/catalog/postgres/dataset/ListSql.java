package dev.gotgan.catalog.postgres.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// The statements of lists. What is put into their places are constants of ours, never anything from outside.
///
/* A page is the union of the first rows of each reason for which somebody may see a dataset, each read in order from an
index of its own: one condition with OR in it would read everything to find a stranger's nothing. Where a text leaves few
candidates they are read at once instead. A statement names only what the caller asks for. */
final class ListSql {
    private ListSql() {}

    static String page(ListOrder order, ListScope scope) {
        return rows(
                order,
                scope.reasons().stream()
                        .map(reason -> first(order, scope.filter(), reason))
                        .toList());
    }

    static String trash(ListOrder order, ListScope scope) {
        return rows(
                order,
                scope.trashReasons().stream()
                        .map(reason -> first(order, List.of("d.state = 'trash'"), reason))
                        .toList());
    }

    static String totals(ListScope scope) {
        var counted = new ArrayList<String>();
        var before = new ArrayList<String>();
        for (String reason : scope.reasonsToCount()) {
            counted.add(count(scope.filter(), reason, before));
            before.add(reason);
        }
        return """
                select sum(each_reason.datasets) as datasets, sum(each_reason.images) as images
                  from (%s) each_reason
                """.formatted(String.join(" union all ", counted));
    }

    /// What is seen for this reason and for none of those before it, so that each index is read once and the sums add
    /// up.
    private static String count(List<String> filter, String reason, List<String> before) {
        var conditions = new ArrayList<>(filter);
        conditions.add(reason);
        if (!before.isEmpty()) {
            conditions.add(ListScope.any(before) + " is not true");
        }
        return """
                select count(*) as datasets, coalesce(sum(d.num_images), 0) as images
                  from datasets d
                 where %s
                """.formatted(all(conditions));
    }

    /// How many datasets hold all pieces of the text, counted no further than `:enough`.
    static String candidates() {
        return """
                select count(*)
                  from (select from datasets d where pieces(d.search_key) @> longest_pieces(lower(:text)) limit :enough) found
                """;
    }

    private static String first(ListOrder order, List<String> filter, String reason) {
        var conditions = new ArrayList<>(filter);
        conditions.add(reason);
        if (order.after()) {
            conditions.add(
                    "(d.%s, d.id) %s (:key::%s, :after)".formatted(order.column(), order.way().beyond, order.type()));
        }
        return """
                (select d.id, d.%1$s as key
                   from datasets d
                  where %3$s
                  order by d.%1$s %2$s, d.id %2$s
                  limit :limit)
                """.formatted(order.column(), order.way().direction, all(conditions));
    }

    private static String rows(ListOrder order, List<String> found) {
        return """
                select d.*, p.role, found.key::text as key
                  from (select id, key from (%1$s) each_reason order by key %2$s, id %2$s limit :limit) found
                  join datasets d using (id)
                  left join dataset_permissions p on p.dataset_id = d.id and p.user_id = :me::integer
                 order by found.key %2$s, d.id %2$s
                """.formatted(String.join(" union ", found), order.way().direction);
    }

    private static String all(List<String> conditions) {
        return conditions.stream().collect(Collectors.joining("\n   and "));
    }
}
