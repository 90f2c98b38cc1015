package dev.gotgan.catalog.postgres.dataset;

/// The statements of lists. What is put into their places are constants of [ListOrder], never anything from outside.
///
/* A page is the union of the first rows of each reason for which somebody may see a dataset, each read in order from an
index of its own: one condition with OR in it would read everything to find a stranger's nothing. They are planned anew
for each caller (`plan_cache_mode`), since what is right for a stranger is wrong for an admin, and conditions on absent
filters then vanish. */
final class ListSql {
    private static final String FILTER = """
            d.state = 'live'
            and (:task::text is null or d.task_type = :task)
            and (:format::text is null or d.format = :format)
            and (:visibility::text is null or d.visibility = :visibility)
            and (:tags::jsonb is null or d.tags @> :tags::jsonb)
            and (:text::text is null or strpos(d.search_key, lower(:text)) > 0)
            and (:pairs::text is null or pairs(d.search_key) @> pairs(lower(:pairs)))
            """;

    private ListSql() {}

    static String page(ListOrder order) {
        var reasons = String.join(
                " union ",
                reason(order, FILTER, ":everything and (not :mine or d.owner_id = :me::integer)"),
                reason(order, FILTER, "not :everything and not :mine and d.visibility = 'public'"),
                reason(order, FILTER, "not :everything and d.owner_id = :me::integer"),
                reason(order, FILTER, """
                        not :everything and not :mine
                        and d.id in (select dataset_id from dataset_permissions where user_id = :me::integer)
                        """),
                reason(order, FILTER, """
                        not :everything and not :mine and d.visibility = 'organization'
                        and d.organization_id in (select organization_id from organization_members
                                                   where user_id = :me::integer)
                        """));
        return rows(reasons, order);
    }

    static String trash() {
        var order = ListOrder.TRASH;
        var reasons = String.join(
                " union ",
                reason(order, "d.state = 'trash'", ":everything"),
                reason(order, "d.state = 'trash'", "not :everything and d.owner_id = :me::integer"),
                reason(order, "d.state = 'trash'", """
                        not :everything
                        and d.id in (select dataset_id from dataset_permissions
                                      where user_id = :me::integer and role = 'owner')
                        """));
        return rows(reasons, order);
    }

    private static String rows(String reasons, ListOrder order) {
        return """
                select d.*, p.role, found.key::text as key
                  from (%1$s) found
                  join datasets d using (id)
                  left join dataset_permissions p on p.dataset_id = d.id and p.user_id = :me::integer
                 order by found.key %2$s, d.id %2$s
                 limit :limit
                """.formatted(reasons, order.way().direction);
    }

    static String totals() {
        return """
                select count(*) as datasets, coalesce(sum(d.num_images), 0) as images
                  from datasets d
                 where %s
                   and (not :mine or d.owner_id = :me::integer)
                   and (:everything
                        or d.visibility = 'public'
                        or d.owner_id = :me::integer
                        or d.id in (select dataset_id from dataset_permissions where user_id = :me::integer)
                        or (d.visibility = 'organization'
                            and d.organization_id in (select organization_id from organization_members
                                                       where user_id = :me::integer)))
                """.formatted(FILTER);
    }

    private static String reason(ListOrder order, String filter, String reason) {
        return """
            (select d.id, d.%1$s as key
               from datasets d
              where %4$s
                and (:after::text is null or (d.%1$s, d.id) %3$s (:key::%5$s, :after))
                and %6$s
              order by d.%1$s %2$s, d.id %2$s
              limit :limit)
            """.formatted(order.column(), order.way().direction, order.way().beyond, filter, order.type(), reason);
    }
}
