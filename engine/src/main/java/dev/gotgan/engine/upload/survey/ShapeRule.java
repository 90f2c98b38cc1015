package dev.gotgan.engine.upload.survey;

import dev.gotgan.engine.content.FileEntry;
import dev.gotgan.engine.content.LogicalPath;
import dev.gotgan.engine.format.StripTop;
import java.util.List;
import java.util.function.Function;

/// How the paths of an upload become paths of the dataset.
public enum ShapeRule {
    /// As they were sent.
    AS_SENT,
    /// Without the one folder that wraps everything, if the dataset is understood better so: for an upload that
    /// makes a
    /// new dataset.
    WITHOUT_WRAPPING_FOLDER;

    Survey apply(Survey survey) {
        if (this == AS_SENT) {
            return survey;
        }
        return new StripTop()
                .find(survey.files(), survey.facts())
                .map(top -> without(top + "/", survey))
                .orElse(survey);
    }

    private static Survey without(String top, Survey survey) {
        Function<LogicalPath, LogicalPath> cut =
                path -> new LogicalPath(path.value().substring(top.length()));
        var files = survey.files().stream()
                .map(file -> new FileEntry(cut.apply(file.path()), file.sha256(), file.size()))
                .filter(file -> !file.path().value().equals(LogicalPath.META))
                .sorted()
                .toList();
        List<LogicalPath> images = survey.images().stream().map(cut).toList();
        return new Survey(survey.source(), files, top, images, survey.facts(), survey.warnings());
    }
}
