package dev.gotgan.engine.publish;

import static dev.gotgan.engine.testing.CatalogStory.path;
import static dev.gotgan.engine.testing.CatalogStory.put;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gotgan.engine.catalog.Datasets;
import dev.gotgan.engine.commit.ImageRowChanges;
import dev.gotgan.engine.commit.NewFacts;
import dev.gotgan.engine.content.Sha256;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.dataset.MetaJson;
import dev.gotgan.engine.facts.Analysis;
import dev.gotgan.engine.facts.Format;
import dev.gotgan.engine.facts.TaskType;
import dev.gotgan.engine.store.Etag;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What [PublishRows] promises of meta.json.
public abstract class MetaContract extends LeaseContract {
    @Test
    void anEmptyDatasetHasAMetaJson() {
        var dataset = story.live();
        assertThat(catalog.publishing().due(100)).contains(dataset);
        assertThat(due(dataset).orElseThrow())
                .returns("datasets/" + dataset + "/", PublishRows.MetaDue::storagePath)
                .extracting(PublishRows.MetaDue::document)
                .returns(dataset, MetaJson::id)
                .returns("Cats", MetaJson::name)
                .returns(Format.UNKNOWN, MetaJson::format)
                .returns(TaskType.UNKNOWN, MetaJson::taskType)
                .returns(Sha256.EMPTY, MetaJson::contentHash)
                .returns(0L, MetaJson::images)
                .returns(0L, MetaJson::generation)
                .returns(1, MetaJson::version);
    }

    private Optional<PublishRows.MetaDue> due(DatasetId dataset) {
        var lease = story.lease(dataset);
        try {
            return catalog.publishing().metaDue(lease);
        } finally {
            catalog.publishing().release(lease);
        }
    }

    @Test
    void aDatasetWithoutItsFirstCommitHasNone() {
        var dataset = story.fresh();
        story.arrived(dataset, put("a", "one"));
        assertThat(catalog.publishing().due(100)).doesNotContain(dataset);
        assertThat(due(dataset)).isEmpty();
    }

    @Test
    void afterACommitItSaysWhatTheHeadIs() {
        var dataset = story.fresh();
        var session = story.arrived(dataset, put("a.png", "one"), put("b.png", "three"));
        var analysis = new Analysis(
                Format.YOLO,
                TaskType.OBJECT_DETECTION,
                0.9,
                List.of(),
                List.of("cat", "dog"),
                List.of(new Analysis.Split("train", 1), new Analysis.Split("val", 1)),
                2,
                1,
                7,
                640.5,
                480.25,
                List.of(),
                List.of());
        var images = new ImageRowChanges(List.of(), List.of(), List.of());
        var committed = catalog.commits().commit(story.planOf(session, NewFacts.NONE, analysis, images));
        assertThat(due(dataset).orElseThrow().document())
                .isEqualTo(new MetaJson(
                        dataset,
                        "Cats",
                        Format.YOLO,
                        TaskType.OBJECT_DETECTION,
                        List.of("cat", "dog"),
                        2,
                        List.of(new Analysis.Split("train", 1), new Analysis.Split("val", 1)),
                        640.5,
                        480.25,
                        8,
                        committed.head().contentHash(),
                        committed.at(),
                        1,
                        1));
    }

    @Test
    void whatWasWrittenIsNotDueUntilSomethingChanges() {
        var dataset = story.live();
        story.publish(dataset);
        assertThat(due(dataset)).isEmpty();
        assertThat(catalog.publishing().due(100)).doesNotContain(dataset);
        story.upload(dataset, put("a", "one"));
        assertThat(due(dataset)).isPresent();
        story.publish(dataset);
        rename(dataset, "Dogs");
        assertThat(due(dataset).orElseThrow().document())
                .returns("Dogs", MetaJson::name)
                .returns(1L, MetaJson::generation);
        story.publish(dataset);
        assertThat(due(dataset)).isEmpty();
    }

    private void rename(DatasetId dataset, String name) {
        var change = new Datasets.MetadataChange(name, null, null, null, null, null, null);
        assertThat(catalog.datasets().update(dataset, change, null, story.actor()))
                .isTrue();
    }

    @Test
    void theTreeIsCleanOnlyWhenNothingIsToBePublished() {
        var dataset = story.live();
        story.upload(dataset, put("a", "one"), put("b", "two"));
        assertThat(tree(dataset)).as("direct uploads are where they belong").isEqualTo(MetaJson.Tree.CLEAN);
        story.upload(dataset, put("a", "three"), put("b", "four"));
        assertThat(tree(dataset)).isEqualTo(MetaJson.Tree.PUBLISHING);
        var lease = story.lease(dataset);
        var rows = catalog.publishing().pending(lease, 10);
        story.publish(lease, rows.getFirst());
        catalog.publishing().release(lease);
        assertThat(tree(dataset)).isEqualTo(MetaJson.Tree.PUBLISHING);
        var again = story.lease(dataset);
        catalog.publishing().pending(again, 10);
        catalog.publishing().drifted(again, path("b"), "somebody else's");
        catalog.publishing().release(again);
        assertThat(tree(dataset)).as("drift is nothing we will write").isEqualTo(MetaJson.Tree.CLEAN);
    }

    @Test
    void aLostWriteMayLandLateSoItIsWrittenOnceMore() {
        var dataset = story.live();
        var lease = story.lease(dataset);
        catalog.publishing().metaInDoubt(lease, LATE.inDoubt());
        var due = catalog.publishing().metaDue(lease).orElseThrow();
        catalog.publishing().metaWritten(lease, due.revision(), new Etag("again"));
        assertThat(catalog.publishing().metaDue(lease)).isEmpty();
        assertThat(catalog.publishing().due(100)).doesNotContain(dataset);
        catalog.passTime(LATE.inDoubt().plusMinutes(5));
        assertThat(catalog.publishing().due(100)).contains(dataset);
        var more = catalog.publishing().metaDue(lease).orElseThrow();
        assertThat(more.revision()).isEqualTo(due.revision());
        catalog.publishing().metaWritten(lease, more.revision(), new Etag("at last"));
        assertThat(catalog.publishing().metaDue(lease)).isEmpty();
        assertThat(catalog.publishing().due(100)).doesNotContain(dataset);
    }

    private MetaJson.Tree tree(DatasetId dataset) {
        return due(dataset).orElseThrow().tree();
    }

    @Test
    void aChangeWhileItIsWrittenIsNotForgotten() {
        var dataset = story.live();
        var lease = story.lease(dataset);
        var first = catalog.publishing().metaDue(lease).orElseThrow();
        rename(dataset, "Dogs");
        catalog.publishing().metaWritten(lease, first.revision(), new Etag("first"));
        var second = catalog.publishing().metaDue(lease).orElseThrow();
        assertThat(second.document().name()).isEqualTo("Dogs");
        catalog.publishing().metaWritten(lease, second.revision(), new Etag("second"));
        catalog.publishing().metaWritten(lease, first.revision(), new Etag("first, again"));
        assertThat(catalog.publishing().metaDue(lease)).isEmpty();
    }
}
