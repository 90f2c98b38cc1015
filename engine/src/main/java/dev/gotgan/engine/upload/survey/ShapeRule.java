package dev.gotgan.engine.upload.survey;

import dev.gotgan.engine.content.FileEntry;
import dev.gotgan.engine.content.LogicalPath;
import dev.gotgan.engine.format.StripTop;
import dev.gotgan.engine.format.tree.KnownFacts;
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
        var top = top(survey.files(), survey.facts());
        if (top.isEmpty()) {
            return survey;
        }
        Function<LogicalPath, LogicalPath> cut = path -> cut(top, path);
        List<LogicalPath> images = survey.images().stream().map(cut).toList();
        return new Survey(survey.source(), below(top, survey.files()), top, images, survey.facts(), survey.warnings());
    }

    /// The folder to take off, with its slash; empty where there is none.
    ///
    /// @param files in path order
    public String top(List<FileEntry> files, KnownFacts facts) {
        return this == AS_SENT
                ? ""
                : new StripTop().find(files, facts).map(top -> top + "/").orElse("");
    }

    /// What `files`, which all lie in `top`, are without it.
    public static List<FileEntry> below(String top, List<FileEntry> files) {
        return files.stream()
                .map(file -> new FileEntry(cut(top, file.path()), file.sha256(), file.size()))
                .filter(file -> !file.path().value().equals(LogicalPath.META))
                .sorted()
                .toList();
    }

    private static LogicalPath cut(String top, LogicalPath path) {
        return new LogicalPath(path.value().substring(top.length()));
    }
}
