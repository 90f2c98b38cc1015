package dev.gotgan.catalog.postgres.commit;

import dev.gotgan.catalog.postgres.sql.Database;
import dev.gotgan.engine.content.Sha256;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.facts.Finding;
import java.util.HashSet;
import java.util.List;

/// Findings as intervals: one that stays costs nothing.
final class CommitFindings {
    private final Database database;

    CommitFindings(Database database) {
        this.database = database;
    }

    void change(DatasetId dataset, long generation, List<Finding> findings) {
        database.sql("""
                create temp table if not exists new_findings (like findings, primary key (digest)) on commit delete rows
                """).update();
        var seen = new HashSet<Sha256>();
        try (var rows = database.copyInto("""
                new_findings (dataset, digest, severity, kind, path, line, pointer, value, count, message, gen_from)
                """)) {
            for (var finding : findings) {
                var digest = finding.identity();
                if (!seen.add(digest)) {
                    continue;
                }
                rows.text(dataset.value())
                        .content(digest)
                        .text(finding.severity().wire());
                rows.text(finding.kind()).text(finding.path()).number(finding.line());
                rows.text(finding.pointer()).text(finding.value()).number(finding.count());
                rows.text(finding.message()).number(generation).end();
            }
        }
        database.sql("""
                update findings f
                   set gen_to = :generation
                 where f.dataset = :dataset and f.gen_to is null
                   and not exists (select from new_findings n where n.digest = f.digest)
                """)
                .param("dataset", dataset.value())
                .param("generation", generation)
                .update();
        database.sql("""
                insert into findings
                select * from new_findings
                    on conflict (dataset, digest) where gen_to is null do nothing
                """).update();
    }

    /// Findings that began with this generation and were taken back hold for none.
    void dropEmpty(DatasetId dataset, long generation) {
        database.sql("""
                delete from findings where dataset = :dataset and gen_from = :generation and gen_to = :generation
                """)
                .param("dataset", dataset.value())
                .param("generation", generation)
                .update();
    }
}
