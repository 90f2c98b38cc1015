package dev.gotgan.engine.analysis;

import static dev.gotgan.engine.testing.CatalogStory.path;
import static dev.gotgan.engine.testing.CatalogStory.put;
import static dev.gotgan.engine.testing.CatalogStory.sha;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gotgan.engine.analysis.StaleHeads.Stale;
import dev.gotgan.engine.catalog.DatasetRecord;
import dev.gotgan.engine.catalog.Datasets;
import dev.gotgan.engine.commit.Change;
import dev.gotgan.engine.commit.ImageRowChanges;
import dev.gotgan.engine.commit.NewFacts;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.facts.Analysis;
import dev.gotgan.engine.facts.AnalysisHint;
import dev.gotgan.engine.facts.Finding;
import dev.gotgan.engine.facts.Format;
import dev.gotgan.engine.facts.ImageRow;
import dev.gotgan.engine.facts.Severity;
import dev.gotgan.engine.facts.TaskType;
import dev.gotgan.engine.gallery.ImagePages;
import dev.gotgan.engine.gallery.ListedImage;
import dev.gotgan.engine.testing.CatalogContract;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What [StaleHeads] promises.
public abstract class StaleHeadsContract extends CatalogContract {
    private static final AnalysisHint FOLDERS =
            new AnalysisHint(Format.IMAGEFOLDER, TaskType.IMAGE_CLASSIFICATION, null);
    private static final Finding FINDING =
            new Finding("image_outside", Severity.WARNING, "a.png", 0, null, null, 1, "It is in no class.");

    /// Two images, which an analysis by nobody's choice took for YOLO's.
    private DatasetId analysed() {
        var dataset = story.live();
        commit(dataset, "a.png", "b.png");
        return dataset;
    }

    private void commit(DatasetId dataset, String... pictures) {
        var rows = Stream.of(pictures).map(each -> row(each, "train")).toList();
        var changes = Stream.of(pictures).map(each -> put(each, each)).toArray(Change[]::new);
        var session = story.arrived(dataset, changes);
        var images = new ImageRowChanges(List.of(), rows, List.of());
        catalog.commits().commit(story.planOf(session, NewFacts.NONE, analysis(Format.YOLO, rows), images));
    }

    private static ImageRow row(String path, String split) {
        return new ImageRow(path(path), sha(path), split, null, "", 0, List.of());
    }

    private static Analysis analysis(Format format, List<ImageRow> rows, Finding... findings) {
        var task = format == Format.YOLO ? TaskType.OBJECT_DETECTION : TaskType.IMAGE_CLASSIFICATION;
        return new Analysis(
                format,
                task,
                1,
                List.of(),
                List.of("cat"),
                List.of(),
                rows.size(),
                0,
                0,
                0,
                0,
                List.of(findings),
                rows);
    }

    private void choose(DatasetId dataset, AnalysisHint hint) {
        var change = new Datasets.MetadataChange(null, null, null, hint, null, null, null);
        assertThat(catalog.datasets().update(dataset, change, null, story.actor()))
                .isTrue();
    }

    private Stale stale(DatasetId dataset) {
        return catalog.staleHeads().find(dataset).orElseThrow();
    }

    /// The head as `FOLDERS` has it: `a.png` is in another split, `b.png` is no image of the dataset's any more.
    private static NextHead asFolders(Stale stale) {
        var head = stale.head();
        var rows = List.of(row("a.png", "val"));
        var images = new ImageRowChanges(List.of(path("a.png"), path("b.png")), rows, List.of());
        return new NextHead(
                head.generation(),
                head.contentHash(),
                head.files(),
                head.bytes(),
                analysis(Format.IMAGEFOLDER, rows, FINDING),
                images);
    }

    private DatasetRecord record(DatasetId dataset) {
        return catalog.datasets().find(dataset).orElseThrow();
    }

    private List<ListedImage> images(DatasetId dataset, long generation) {
        return catalog.images().page(dataset, generation, ImagePages.Wanted.ALL, null, 10);
    }

    @Test
    void aHeadIsStaleOnceSomebodyChoseOtherwise() {
        var dataset = analysed();
        assertThat(catalog.staleHeads().find(dataset)).isEmpty();
        assertThat(catalog.staleHeads().due(10)).isEmpty();
        choose(dataset, FOLDERS);
        assertThat(catalog.staleHeads().due(10)).containsExactly(dataset);
        assertThat(stale(dataset))
                .isEqualTo(
                        new Stale(story.head(dataset), FOLDERS, record(dataset).revision()));
    }

    @Test
    void otherChangesOfTheRecordLeaveItAsItIs() {
        var dataset = analysed();
        var renamed = new Datasets.MetadataChange("Dogs", null, null, null, null, null, null);
        catalog.datasets().update(dataset, renamed, null, story.actor());
        assertThat(catalog.staleHeads().due(10)).isEmpty();
    }

    @Test
    void aChoiceBeforeTheFirstCommitMakesNothingStale() {
        var dataset = story.live();
        choose(dataset, FOLDERS);
        assertThat(catalog.staleHeads().find(dataset)).isEmpty();
    }

    @Test
    void aChoiceShowsAtOnceAndGoesWhenItIsTakenBack() {
        var dataset = analysed();
        choose(dataset, FOLDERS);
        assertThat(record(dataset).facts())
                .returns(Format.IMAGEFOLDER, DatasetRecord.Facts::format)
                .returns(TaskType.IMAGE_CLASSIFICATION, DatasetRecord.Facts::taskType)
                .returns(2L, DatasetRecord.Facts::images);
        choose(dataset, AnalysisHint.NONE);
        assertThat(record(dataset).facts()).returns(Format.YOLO, DatasetRecord.Facts::format);
        assertThat(catalog.staleHeads().due(10)).containsExactly(dataset);
    }

    @Test
    void anotherAnalysisOfTheSameGenerationTakesThePlaceOfTheFirst() {
        var dataset = analysed();
        story.publish(dataset);
        choose(dataset, FOLDERS);
        story.publish(dataset);
        var before = record(dataset);
        assertThat(catalog.staleHeads().replace(stale(dataset), asFolders(stale(dataset))))
                .isTrue();
        assertThat(catalog.staleHeads().due(10)).isEmpty();
        assertThat(record(dataset).head()).isEqualTo(before.head());
        assertThat(record(dataset).times()).isEqualTo(before.times());
        assertThat(record(dataset).facts())
                .returns(Format.IMAGEFOLDER, DatasetRecord.Facts::format)
                .returns(1L, DatasetRecord.Facts::images)
                .returns(1L, DatasetRecord.Facts::warnings);
        assertThat(images(dataset, 1)).singleElement().returns("val", ListedImage::split);
        assertThat(images(dataset, 1).getFirst().problems()).containsExactly(FINDING);
        assertThat(story.files(dataset, 1)).hasSize(2);
        var lease = story.lease(dataset);
        assertThat(catalog.publishing().metaDue(lease))
                .as("meta.json is behind")
                .isPresent();
    }

    @Test
    void itGoesOnFromTheNewRows() {
        var dataset = analysed();
        choose(dataset, FOLDERS);
        catalog.staleHeads().replace(stale(dataset), asFolders(stale(dataset)));
        commit(dataset, "c.png");
        assertThat(images(dataset, 1)).extracting(image -> image.path().value()).containsExactly("a.png");
        assertThat(images(dataset, 2)).extracting(image -> image.path().value()).containsExactly("a.png", "c.png");
    }

    @Test
    void nothingIsReplacedOnceTheHeadOrTheChoiceMoved() {
        var dataset = analysed();
        choose(dataset, FOLDERS);
        var old = stale(dataset);
        commit(dataset, "c.png");
        assertThat(catalog.staleHeads().replace(old, asFolders(old)))
                .as("another head")
                .isFalse();
        assertThat(images(dataset, 2)).hasSize(3);
        var chosen = stale(dataset);
        choose(dataset, AnalysisHint.NONE);
        assertThat(catalog.staleHeads().replace(chosen, asFolders(chosen)))
                .as("another choice")
                .isFalse();
        assertThat(images(dataset, 2)).hasSize(3);
        assertThat(images(dataset, 1)).hasSize(2);
        assertThat(catalog.staleHeads().due(10)).containsExactly(dataset);
    }

    @Test
    void whatIsInTheTrashWaits() {
        var dataset = analysed();
        choose(dataset, FOLDERS);
        var old = stale(dataset);
        catalog.datasets().trash(dataset, story.actor());
        assertThat(catalog.staleHeads().due(10)).isEmpty();
        assertThat(catalog.staleHeads().find(dataset)).isEmpty();
        assertThat(catalog.staleHeads().replace(old, asFolders(old))).isFalse();
        catalog.datasets().restore(dataset, story.actor());
        assertThat(catalog.staleHeads().due(10)).containsExactly(dataset);
    }
}
