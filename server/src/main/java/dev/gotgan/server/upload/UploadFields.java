package dev.gotgan.server.upload;

import dev.gotgan.engine.catalog.Datasets;
import dev.gotgan.engine.dataset.Actor;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.dataset.Visibility;
import dev.gotgan.engine.facts.AnalysisHint;
import dev.gotgan.engine.facts.Format;
import dev.gotgan.engine.facts.TaskType;
import dev.gotgan.engine.upload.UploadMode;
import dev.gotgan.engine.upload.survey.ShapeRule;
import dev.gotgan.server.upload.spool.ReceivedUpload;
import dev.gotgan.server.web.MetadataRules;
import dev.gotgan.server.web.problem.Code;
import dev.gotgan.server.web.problem.Refused;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The fields of an upload's form, read into what the walk takes; a word that is none is refused.
record UploadFields(ReceivedUpload form) {
    /// What a form that makes a dataset may say.
    static final Set<String> NEW = Set.of(
            "name",
            "description",
            "task_type",
            "format_hint",
            "visibility",
            "tags",
            "strip_top",
            "prefix",
            "id",
            "platform",
            "message");
    /// What a form for a dataset that is there may say: the record is changed by a PUT.
    static final Set<String> ADD = Set.of("prefix", "labels_only", "mode", "message");

    Datasets.NewDataset newDataset(String archiveName, Actor actor) {
        var rules = new MetadataRules();
        boolean platform = flag("platform");
        if (platform && !MetadataRules.admin(actor)) {
            throw new Refused(Code.FORBIDDEN, "Only an admin makes a dataset of the platform.");
        }
        var name = rules.name(form.findField("name").orElse(archiveName));
        var description = rules.description(form.findField("description").orElse(null));
        var tags = rules.tags(form.findField("tags").orElse(""));
        var chosen = rules.id(form.findField("id").orElse(null), actor);
        var visibility = rules.firstVisibility(word("visibility", Visibility::find));
        rules.refuse();
        MetadataRules.mayTag(tags, List.of(), actor);
        var hint = new AnalysisHint(word("format_hint", Format::find), word("task_type", TaskType::find), null);
        var owner = platform ? null : actor.findId().orElseThrow();
        var id = chosen == null ? DatasetId.random() : chosen;
        return new Datasets.NewDataset(id, name, description, owner, visibility, tags, hint);
    }

    ShapeRule shape() {
        return shape(form.findField("strip_top").orElse("auto"));
    }

    static ShapeRule shape(String stripTop) {
        return switch (stripTop) {
            case "auto" -> ShapeRule.WITHOUT_WRAPPING_FOLDER;
            case "false", "never" -> ShapeRule.AS_SENT;
            default -> throw invalid("strip_top", "auto or never");
        };
    }

    UploadMode mode() {
        return mode(flag("labels_only"), form.findField("mode").orElse("merge"));
    }

    static UploadMode mode(boolean labels, String mode) {
        return switch (mode) {
            case "merge" -> labels ? UploadMode.LABELS_MERGE : UploadMode.ADD;
            case "replace" -> {
                if (!labels) {
                    throw invalid("mode", "replace only together with labels_only=true");
                }
                yield UploadMode.LABELS_REPLACE;
            }
            default -> throw invalid("mode", "merge or replace");
        };
    }

    String message() {
        return form.findField("message").orElse("");
    }

    private boolean flag(String name) {
        return switch (form.findField(name).orElse("false")) {
            case "true", "True", "1" -> true;
            case "false", "False", "0" -> false;
            default -> throw invalid(name, "true or false");
        };
    }

    private <T> @Nullable T word(String name, Function<String, Optional<T>> find) {
        var given = form.findField(name);
        return given.isEmpty()
                ? null
                : given.flatMap(find)
                        .orElseThrow(() -> invalid(name, "a word of the contract, not '" + given.get() + "'"));
    }

    private static Refused invalid(String name, String wanted) {
        return new Refused(Code.INVALID_PARAMETER, name + " must be " + wanted + ".");
    }
}
