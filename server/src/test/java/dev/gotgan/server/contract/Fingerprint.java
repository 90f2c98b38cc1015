package dev.gotgan.server.contract;

import dev.gotgan.server.running.RunningServer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// All that a refused request must have left as it was: every row of every table, and every object of the store.
/// Left out is only when a token was used last, and the publisher's lease, which is no content.
record Fingerprint(Map<String, String> tables, Map<String, String> objects) {
    private static final Set<String> LEFT_OUT = Set.of("publish_lease", "flyway_schema_history");
    private static final int MOST = 1_000_000;

    static Fingerprint of(RunningServer server) {
        var database = server.database().database();
        var names = database.sql("select tablename from pg_tables where schemaname = 'public' order by 1")
                .query(String.class)
                .list();
        var all = names.stream()
                .filter(name -> !LEFT_OUT.contains(name))
                .map(name -> """
                        select '%1$s', count(*) || ' rows ' || coalesce(md5(string_agg(t, ',' order by t)), '')
                          from (select (to_jsonb(r) - 'last_used_at')::text as t from %1$s r) as rows""".formatted(name))
                .collect(Collectors.joining(" union all "));
        var tables = new TreeMap<String, String>();
        database.sql(all).query(row -> {
            tables.put(row.getString(1), row.getString(2));
        });
        var objects = new TreeMap<String, String>();
        server.store()
                .list("", null, MOST)
                .forEach(object ->
                        objects.put(object.key().toString(), object.etag().toString()));
        return new Fingerprint(tables, objects);
    }

    /// What is other by now, a line each.
    List<String> differs(Fingerprint now, String about) {
        return Stream.concat(differs(tables, now.tables, about), differs(objects, now.objects, about))
                .toList();
    }

    private static Stream<String> differs(Map<String, String> before, Map<String, String> now, String about) {
        var names = new TreeSet<>(before.keySet());
        names.addAll(now.keySet());
        return names.stream()
                .filter(name -> !Objects.equals(before.get(name), now.get(name)))
                .map(name -> "%s was refused and changed %s: %s, now %s"
                        .formatted(about, name, before.get(name), now.get(name)));
    }
}
