package dev.gotgan.catalog.postgres.commit;

import dev.gotgan.catalog.postgres.session.LockedDataset;
import dev.gotgan.catalog.postgres.sql.Database;
import dev.gotgan.catalog.postgres.sql.Json;
import dev.gotgan.engine.analysis.NextHead;
import dev.gotgan.engine.commit.CommitPlan;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.facts.Finding;
import dev.gotgan.engine.facts.Severity;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What the new generation is as a whole.
final class CommitAnalysis {
    private final Database database;
    private final CommitImages images;
    private final CommitFindings findings;
    private final CommitProblems problems;

    CommitAnalysis(Database database) {
        this.database = database;
        this.images = new CommitImages(database);
        this.findings = new CommitFindings(database);
        this.problems = new CommitProblems(database);
    }

    void write(LockedDataset dataset, CommitPlan plan) {
        long generation = dataset.generation() + 1;
        images.change(dataset.id(), generation, plan.images());
        findings.change(dataset.id(), generation, plan.analysis().findings());
        problems.change(dataset.id(), generation, plan.analysis());
        facts(
                dataset.id(),
                new NextHead(
                        plan.base(), plan.contentHash(), plan.files(), plan.bytes(), plan.analysis(), plan.images()),
                generation);
    }

    /// The same once more for a generation that was analysed before.
    void replace(DatasetId dataset, long generation, NextHead analysed) {
        images.replace(dataset, generation, analysed.images());
        findings.change(dataset, generation, analysed.analysis().findings());
        findings.dropEmpty(dataset, generation);
        problems.change(dataset, generation, analysed.analysis());
        problems.dropEmpty(dataset, generation);
        facts(dataset, analysed, generation);
    }

    private void facts(DatasetId dataset, NextHead head, long generation) {
        var analysis = head.analysis();
        database.sql("""
                insert into generation_facts (dataset, generation, format, task_type, confidence, evidence, classes,
                                              splits, counts, findings)
                values (:dataset, :generation, :format, :task_type, :confidence, :evidence::jsonb, :classes::jsonb,
                        :splits::jsonb, :counts::jsonb, :findings::jsonb)
                    on conflict (dataset, generation) do update
                       set format = excluded.format, task_type = excluded.task_type, confidence = excluded.confidence,
                           evidence = excluded.evidence, classes = excluded.classes, splits = excluded.splits,
                           counts = excluded.counts, findings = excluded.findings
                """)
                .param("dataset", dataset.value())
                .param("generation", generation)
                .param("format", analysis.format().wire())
                .param("task_type", analysis.taskType().wire())
                .param("confidence", analysis.confidence())
                .param("evidence", Json.texts(analysis.evidence()))
                .param("classes", Json.texts(analysis.classes()))
                .param("splits", Json.splits(analysis.splits()))
                .param("counts", counts(head))
                .param("findings", histogram(analysis.findings()))
                .update();
    }

    private static String counts(NextHead head) {
        var analysis = head.analysis();
        return Json.of(json -> {
            json.writeStartObject();
            json.writeNumberProperty("files", head.files());
            json.writeNumberProperty("bytes", head.bytes());
            json.writeNumberProperty("images", analysis.images());
            json.writeNumberProperty("labelled", analysis.labelledImages());
            json.writeNumberProperty("objects", analysis.objects());
            json.writeNumberProperty("avg_width", analysis.averageWidth());
            json.writeNumberProperty("avg_height", analysis.averageHeight());
            json.writeEndObject();
        });
    }

    private static String histogram(List<Finding> findings) {
        var kinds = new EnumMap<Severity, Map<String, Long>>(Severity.class);
        for (var severity : Severity.values()) {
            kinds.put(severity, new TreeMap<>());
        }
        findings.forEach(finding ->
                kinds.computeIfAbsent(finding.severity(), s -> new TreeMap<>()).merge(finding.kind(), 1L, Long::sum));
        return Json.of(json -> {
            json.writeStartObject();
            kinds.forEach((severity, rows) -> {
                json.writeObjectPropertyStart(severity.wire());
                rows.forEach((kind, count) -> json.writeNumberProperty(kind, count));
                json.writeEndObject();
            });
            json.writeEndObject();
        });
    }
}
