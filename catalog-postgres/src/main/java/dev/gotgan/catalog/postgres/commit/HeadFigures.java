package dev.gotgan.catalog.postgres.commit;

import dev.gotgan.catalog.postgres.sql.Json;
import dev.gotgan.engine.facts.Analysis;
import dev.gotgan.engine.facts.Severity;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/// What the record of a dataset repeats of its head's analysis, as the parameters of an update.
final class HeadFigures {
    private HeadFigures() {}

    static StatementSpec of(StatementSpec update, Analysis analysis) {
        var classes = analysis.classes();
        return update.param("format", analysis.format().wire())
                .param("task_type", analysis.taskType().wire())
                .param("confidence", analysis.confidence())
                .param("classes", Json.texts(classes))
                .param("num_classes", classes.isEmpty() ? null : classes.size())
                .param("splits", Json.splits(analysis.splits()))
                .param("images", analysis.images())
                .param("labelled", analysis.labelledImages())
                .param("objects", analysis.objects())
                .param("width", analysis.averageWidth())
                .param("height", analysis.averageHeight())
                .param("ready", analysis.trainingReady())
                .param("errors", count(analysis, Severity.ERROR))
                .param("warnings", count(analysis, Severity.WARNING));
    }

    private static long count(Analysis analysis, Severity severity) {
        return analysis.findings().stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }
}
