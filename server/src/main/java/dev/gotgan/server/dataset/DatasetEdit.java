package dev.gotgan.server.dataset;

import dev.gotgan.engine.dataset.Visibility;
import dev.gotgan.engine.facts.AnalysisHint;
import dev.gotgan.engine.facts.Format;
import dev.gotgan.engine.facts.TaskType;
import dev.gotgan.server.web.MetadataRules;
import dev.gotgan.server.web.WrongFields;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The body of a PUT, where an absent key means "leave it" and `null` means "back to automatic" or "none".
final class DatasetEdit {
    private static final Set<String> OWNERS = Set.of("visibility", "organization_id", "owner_id");
    private static final Set<String> HINTS = Set.of("format", "task_type", "class_names");
    private static final int MOST_CLASSES = 100_000;
    private static final int LONGEST_CLASS = 500;

    private final SparseBody body;

    private DatasetEdit(SparseBody body) {
        this.body = body;
    }

    static DatasetEdit of(JsonNode json) {
        var body = SparseBody.of(json, Set.of("name", "description", "tags"), HINTS, OWNERS);
        return new DatasetEdit(body);
    }

    /// Whether it asks for what only an owner may change.
    boolean owners() {
        return body.hasAny(OWNERS);
    }

    @Nullable
    String name(MetadataRules rules) {
        return body.has("name") ? rules.name(body.text("name")) : null;
    }

    /// Null leaves it; an empty one removes it.
    @Nullable
    String description(MetadataRules rules) {
        return body.has("description")
                ? rules.description(Objects.requireNonNullElse(body.text("description"), ""))
                : null;
    }

    @Nullable
    List<String> tags(MetadataRules rules) {
        return body.has("tags") ? rules.tags(Objects.requireNonNullElse(body.texts("tags"), List.of())) : null;
    }

    /// The hint as it shall be, made of the present one; null leaves it.
    @Nullable
    AnalysisHint hint(AnalysisHint present) {
        if (!body.hasAny(HINTS)) {
            return null;
        }
        var classes = body.has("class_names") ? body.texts("class_names") : present.classNames();
        check(classes);
        return new AnalysisHint(
                body.has("format") ? body.word("format", Format::find) : present.format(),
                body.has("task_type") ? body.word("task_type", TaskType::find) : present.taskType(),
                classes);
    }

    @Nullable
    Visibility visibility() {
        return body.has("visibility") ? body.required("visibility", body.word("visibility", Visibility::find)) : null;
    }

    /// Null leaves it; 0 takes it away.
    @Nullable
    Integer organization() {
        return body.has("organization_id") ? Objects.requireNonNullElse(body.number("organization_id"), 0) : null;
    }

    @Nullable
    Integer owner() {
        return body.has("owner_id") ? body.required("owner_id", body.number("owner_id")) : null;
    }

    private static void check(@Nullable List<String> classes) {
        if (classes == null) {
            return;
        }
        new WrongFields()
                .unless(classes.size() <= MOST_CLASSES, "class_names", "holds at most 100,000")
                .unless(classes.stream().distinct().count() == classes.size(), "class_names", "holds each name once")
                .unless(
                        classes.stream()
                                .allMatch(name ->
                                        !name.isBlank() && name.length() <= LONGEST_CLASS && WrongFields.plain(name)),
                        "class_names",
                        "has names of 1 to 500 characters")
                .refuse();
    }
}
