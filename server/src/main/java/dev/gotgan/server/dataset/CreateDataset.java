package dev.gotgan.server.dataset;

import dev.gotgan.engine.catalog.Datasets;
import dev.gotgan.engine.dataset.Actor;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.dataset.DatasetState;
import dev.gotgan.engine.dataset.Visibility;
import dev.gotgan.engine.facts.AnalysisHint;
import dev.gotgan.engine.facts.TaskType;
import dev.gotgan.server.web.MetadataRules;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Makes an empty dataset, to be filled later.
final class CreateDataset {
    private final Datasets datasets;

    CreateDataset(Datasets datasets) {
        this.datasets = datasets;
    }

    record Wanted(
            @Nullable String name,
            @Nullable TaskType taskType,
            @Nullable Visibility visibility,
            @Nullable List<String> tags,
            @Nullable String description,
            @Nullable String id) {}

    DatasetId run(Wanted wanted, Actor actor) {
        var rules = new MetadataRules();
        var name = rules.name(wanted.name());
        var description = rules.description(wanted.description());
        var tags = rules.tags(Objects.requireNonNullElse(wanted.tags(), List.of()));
        var chosen = rules.id(wanted.id(), actor);
        var visibility = rules.firstVisibility(wanted.visibility());
        rules.refuse();
        MetadataRules.mayTag(tags, List.of(), actor);
        var id = chosen == null ? DatasetId.random() : chosen;
        var hint = new AnalysisHint(null, wanted.taskType(), null);
        var owner = actor.findId().orElseThrow();
        var record = new Datasets.NewDataset(id, name, description, owner, visibility, tags, hint);
        datasets.create(record, DatasetState.LIVE, actor);
        return id;
    }
}
