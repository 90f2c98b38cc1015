package dev.gotgan.catalog.postgres.tree;

import dev.gotgan.catalog.postgres.sql.Database;
import dev.gotgan.engine.catalog.FindingPages;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.facts.Finding;
import dev.gotgan.engine.facts.Severity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// [FindingPages] on PostgreSQL: the index `findings_page` has the order of a [FindingPages.Place].
public final class PostgresFindingPages implements FindingPages {
    private static final Place FIRST = new Place(Severity.ERROR, "", "", -1, "");

    private final Database database;

    public PostgresFindingPages(Database database) {
        this.database = database;
    }

    @Override
    public List<Finding> page(DatasetId dataset, long generation, Wanted wanted, @Nullable Place after, int limit) {
        var from = after == null ? FIRST : after;
        return database.sql("""
                select severity, kind, path, line, pointer, value, count, message
                  from findings
                 where dataset = :dataset and gen_from <= :generation and (gen_to is null or gen_to > :generation)
                   and (cast(:severity as text) is null or severity = :severity)
                   and (cast(:kind as text) is null or kind = :kind)
                   and (gravity(severity), kind, coalesce(path, ''), line, digest)
                       > (gravity(:after_severity), :after_kind, :after_path, :after_line, :after_digest)
                 order by gravity(severity), kind, coalesce(path, ''), line, digest
                 limit :limit
                """)
                .param("dataset", dataset.value())
                .param("generation", generation)
                .param(
                        "severity",
                        wanted.severity() == null ? null : wanted.severity().wire())
                .param("kind", wanted.kind())
                .param("after_severity", from.severity().wire())
                .param("after_kind", from.kind())
                .param("after_path", from.path())
                .param("after_line", from.line())
                .param("after_digest", HexFormat.of().parseHex(from.identity()))
                .param("limit", limit)
                .query((row, n) -> finding(row))
                .list();
    }

    @Override
    public List<KindCount> counts(DatasetId dataset, long generation) {
        return database.sql("""
                select severity.key as severity, kind.key as kind, cast(kind.value as bigint) as findings
                  from generation_facts g
                 cross join jsonb_each(g.findings) as severity
                 cross join jsonb_each_text(severity.value) as kind
                 where g.dataset = :dataset and g.generation = :generation
                 order by gravity(severity.key), kind.key collate "C"
                """)
                .param("dataset", dataset.value())
                .param("generation", generation)
                .query((row, n) -> new KindCount(severity(row), row.getString("kind"), row.getLong("findings")))
                .list();
    }

    /// A finding from the columns of `findings`.
    public static Finding finding(ResultSet row) throws SQLException {
        return new Finding(
                row.getString("kind"),
                severity(row),
                row.getString("path"),
                row.getInt("line"),
                row.getString("pointer"),
                row.getString("value"),
                row.getLong("count"),
                row.getString("message"));
    }

    private static Severity severity(ResultSet row) throws SQLException {
        return Severity.find(row.getString("severity")).orElseThrow();
    }
}
