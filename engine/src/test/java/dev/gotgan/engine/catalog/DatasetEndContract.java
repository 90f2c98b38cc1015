package dev.gotgan.engine.catalog;

import static dev.gotgan.engine.testing.CatalogStory.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gotgan.engine.commit.Timing;
import dev.gotgan.engine.dataset.Actor;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.dataset.DatasetState;
import dev.gotgan.engine.dataset.Visibility;
import dev.gotgan.engine.facts.AnalysisHint;
import dev.gotgan.engine.testing.CatalogContract;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What [Datasets] promises of the ways in which a dataset ends.
public abstract class DatasetEndContract extends CatalogContract {
    private static final Duration MOMENT = Duration.ofMinutes(5);

    private DatasetState state(DatasetId dataset) {
        return catalog.datasets().find(dataset).orElseThrow().state();
    }

    private DatasetId twoFiles() {
        var dataset = story.fresh();
        story.upload(dataset, put("a", "one"), put("b", "three"));
        return dataset;
    }

    private void createAgain(DatasetId id) {
        var wanted = new Datasets.NewDataset(id, "Again", null, null, Visibility.PUBLIC, List.of(), AnalysisHint.NONE);
        catalog.datasets().create(wanted, DatasetState.LIVE, new Actor.Itself());
    }

    @Test
    void aTrashedDatasetKeepsEverythingAndCanBeRestored() {
        var dataset = twoFiles();
        var head = story.head(dataset);
        catalog.datasets().trash(dataset, story.actor());
        assertThat(state(dataset)).isEqualTo(DatasetState.TRASH);
        assertThat(catalog.datasets().find(dataset).orElseThrow().times().trashed())
                .isNotNull();
        assertThat(catalog.datasets().toRemove(100)).doesNotContain(dataset);
        catalog.datasets().restore(dataset, story.actor());
        assertThat(state(dataset)).isEqualTo(DatasetState.LIVE);
        assertThat(catalog.datasets().find(dataset).orElseThrow().times().trashed())
                .isNull();
        assertThat(story.head(dataset)).isEqualTo(head);
        assertThat(story.files(dataset, 1)).hasSize(2);
    }

    @Test
    void onlyALiveDatasetGoesToTheTrashAndOnlyFromThereItComesBack() {
        var fresh = story.fresh();
        catalog.datasets().trash(fresh, story.actor());
        assertThat(state(fresh)).isEqualTo(DatasetState.NEW);
        catalog.datasets().restore(fresh, story.actor());
        assertThat(state(fresh)).isEqualTo(DatasetState.NEW);
        var going = twoFiles();
        catalog.datasets().delete(going, story.actor());
        catalog.datasets().trash(going, story.actor());
        catalog.datasets().restore(going, story.actor());
        assertThat(state(going)).isEqualTo(DatasetState.DELETING);
        catalog.datasets().trash(DatasetId.random(), story.actor());
        catalog.datasets().restore(DatasetId.random(), story.actor());
    }

    @Test
    void aDeletionTellsWhatWillGo() {
        var dataset = twoFiles();
        assertThat(catalog.datasets().delete(dataset, story.actor())).isEqualTo(new Datasets.Deletion(2, 8));
        assertThat(catalog.datasets().delete(dataset, story.actor()))
                .as("repeated")
                .isEqualTo(new Datasets.Deletion(2, 8));
        assertThat(catalog.datasets().delete(DatasetId.random(), story.actor())).isEqualTo(new Datasets.Deletion(0, 0));
    }

    @Test
    void whatNobodyUsedIsTakenBackWithItsOwnUploadUnderWay() {
        var dataset = story.live();
        var own = story.session(dataset);
        story.plan(own, put("a.txt", "one"));
        assertThat(catalog.datasets().deleteUnused(dataset, own, story.actor())).contains(new Datasets.Deletion(0, 0));
        assertThat(state(dataset)).isEqualTo(DatasetState.DELETING);
        assertThat(catalog.sessions().find(own)).isEmpty();
        assertThat(catalog.datasets().deleteUnused(dataset, null, story.actor()))
                .as("repeated")
                .contains(new Datasets.Deletion(0, 0));
        assertThat(catalog.datasets().deleteUnused(DatasetId.random(), null, story.actor()))
                .contains(new Datasets.Deletion(0, 0));
    }

    @Test
    void whatWasCommittedToIsNotTakenBackAsUnused() {
        var dataset = twoFiles();
        assertThat(catalog.datasets().deleteUnused(dataset, null, story.actor()))
                .isEmpty();
        assertThat(state(dataset)).isEqualTo(DatasetState.LIVE);
    }

    @Test
    void whereAnotherUploadIsUnderWayNothingIsTakenBack() {
        var dataset = story.live();
        var own = story.session(dataset);
        var other = story.session(dataset);
        assertThat(catalog.datasets().deleteUnused(dataset, own, story.actor())).isEmpty();
        assertThat(catalog.datasets().deleteUnused(dataset, null, story.actor()))
                .isEmpty();
        assertThat(catalog.sessions().find(other)).isPresent();
        catalog.sessions().abort(other);
        assertThat(catalog.datasets().deleteUnused(dataset, own, story.actor())).isPresent();
    }

    @Test
    void aDatasetInTheTrashCanBeDeleted() {
        var dataset = twoFiles();
        catalog.datasets().trash(dataset, story.actor());
        catalog.datasets().delete(dataset, story.actor());
        assertThat(state(dataset)).isEqualTo(DatasetState.DELETING);
    }

    @Test
    void whatIsBeingDeletedIsRemovedUntilItIsGone() {
        begin(Timing.embedded());
        var dataset = twoFiles();
        assertThat(catalog.datasets().toRemove(100)).isEmpty();
        catalog.datasets().delete(dataset, story.actor());
        assertThat(catalog.datasets().toRemove(100)).containsExactly(dataset);
        assertThat(catalog.datasets().toRemove(100))
                .as("whoever began may have died")
                .containsExactly(dataset);
        assertThat(catalog.datasets().drop(dataset)).isTrue();
        assertThat(catalog.datasets().toRemove(100)).isEmpty();
    }

    @Test
    void whereNothingLandsLateTheRowsGoAtOnce() {
        begin(Timing.embedded());
        var dataset = twoFiles();
        var session = story.session(dataset);
        catalog.datasets().delete(dataset, story.actor());
        assertThat(catalog.datasets().drop(dataset)).isTrue();
        assertThat(catalog.datasets().find(dataset)).isEmpty();
        assertThat(catalog.commits().findHead(dataset)).isEmpty();
        assertThat(story.files(dataset, 1)).isEmpty();
        assertThat(catalog.commits().history(dataset, null, 10)).isEmpty();
        assertThat(catalog.datasets().drop(dataset)).as("repeated").isTrue();
        catalog.sessions().abort(session);
    }

    @Test
    void theRowsStayUntilALateRequestCanBringNothingBack() {
        var dataset = twoFiles();
        catalog.datasets().delete(dataset, story.actor());
        assertThat(catalog.datasets().toRemove(100)).containsExactly(dataset);
        assertThat(catalog.datasets().drop(dataset)).isFalse();
        assertThat(catalog.datasets().toRemove(100)).isEmpty();
        catalog.passTime(LATE.quiet().minus(MOMENT));
        assertThat(catalog.datasets().toRemove(100)).isEmpty();
        catalog.passTime(MOMENT.multipliedBy(2));
        assertThat(catalog.datasets().toRemove(100)).containsExactly(dataset);
        assertThat(catalog.datasets().drop(dataset)).isTrue();
        assertThat(catalog.datasets().find(dataset)).isEmpty();
    }

    @Test
    void aRemovalBegunBeforeThatTimeIsNotTheLastHoweverLateItEnds() {
        var dataset = twoFiles();
        catalog.datasets().delete(dataset, story.actor());
        catalog.datasets().toRemove(100);
        catalog.passTime(LATE.quiet().plus(MOMENT));
        assertThat(catalog.datasets().drop(dataset)).isFalse();
        assertThat(catalog.datasets().toRemove(100)).containsExactly(dataset);
        assertThat(catalog.datasets().drop(dataset)).isTrue();
    }

    @Test
    void theIdOfADeletedDatasetIsNeverGivenAgain() {
        begin(Timing.embedded());
        var dataset = twoFiles();
        catalog.datasets().trash(dataset, story.actor());
        assertThatThrownBy(() -> createAgain(dataset)).as("in the trash").isInstanceOf(Datasets.IdTaken.class);
        catalog.datasets().delete(dataset, story.actor());
        assertThatThrownBy(() -> createAgain(dataset)).as("going").isInstanceOf(Datasets.IdTaken.class);
        catalog.datasets().drop(dataset);
        assertThatThrownBy(() -> createAgain(dataset)).as("gone").isInstanceOf(Datasets.IdTaken.class);
    }

    @Test
    void theIdOfADatasetThatNeverHadACommitIsFreeAgain() {
        begin(Timing.embedded());
        var dataset = story.live();
        catalog.datasets().delete(dataset, story.actor());
        assertThatThrownBy(() -> createAgain(dataset)).isInstanceOf(Datasets.IdTaken.class);
        catalog.datasets().drop(dataset);
        createAgain(dataset);
        assertThat(state(dataset)).isEqualTo(DatasetState.LIVE);
    }

    @Test
    void onlyWhatIsBeingDeletedIsDropped() {
        begin(Timing.embedded());
        var live = twoFiles();
        assertThat(catalog.datasets().drop(live)).isFalse();
        catalog.datasets().trash(live, story.actor());
        assertThat(catalog.datasets().drop(live)).isFalse();
        assertThat(story.files(live, 1)).hasSize(2);
        var fresh = story.fresh();
        assertThat(catalog.datasets().drop(fresh)).isFalse();
        assertThat(state(fresh)).isEqualTo(DatasetState.NEW);
    }

    @Test
    void aNewDatasetWhoseUploadEndedIsRemoved() {
        begin(Timing.embedded());
        var dataset = story.fresh();
        var session = story.arrived(dataset, put("a", "one"));
        assertThat(catalog.datasets().toRemove(100)).isEmpty();
        catalog.sessions().abort(session);
        assertThat(catalog.datasets().toRemove(100)).containsExactly(dataset);
        assertThat(state(dataset)).as("nothing begins in what is being removed").isEqualTo(DatasetState.DELETING);
        assertThat(catalog.datasets().drop(dataset)).isTrue();
        createAgain(dataset);
    }

    @Test
    void aNewDatasetThatWaitsForItsFirstSessionIsRemovedAfterAWhile() {
        var dataset = story.fresh();
        assertThat(catalog.datasets().toRemove(100)).isEmpty();
        catalog.passTime(Datasets.FIRST_SESSION.minus(MOMENT));
        assertThat(catalog.datasets().toRemove(100)).isEmpty();
        catalog.passTime(MOMENT.multipliedBy(2));
        assertThat(catalog.datasets().toRemove(100)).containsExactly(dataset);
    }

    @Test
    void aNewDatasetOfADeadServerIsRemovedAtOnce() {
        var lost = story.fresh();
        var waiting = story.fresh();
        story.session(waiting);
        var empty = story.live();
        catalog.datasets().abandonNew();
        assertThat(catalog.datasets().toRemove(100)).containsExactly(lost);
        assertThat(state(waiting)).isEqualTo(DatasetState.NEW);
        assertThat(state(empty)).isEqualTo(DatasetState.LIVE);
    }

    @Test
    void aNewDatasetWithAnOpenSessionWaitsForIt() {
        var dataset = story.fresh();
        story.session(dataset);
        catalog.passTime(Datasets.FIRST_SESSION.plus(MOMENT));
        assertThat(catalog.datasets().toRemove(100)).isEmpty();
        assertThat(state(dataset)).isEqualTo(DatasetState.NEW);
    }

    @Test
    void aDatasetThatLivesIsNeverRemovedForWantOfASession() {
        var committed = twoFiles();
        var empty = story.live();
        catalog.sessions().abort(story.session(empty));
        catalog.passTime(Duration.ofDays(90));
        assertThat(catalog.datasets().toRemove(100)).isEmpty();
        assertThat(state(committed)).isEqualTo(DatasetState.LIVE);
        assertThat(state(empty)).isEqualTo(DatasetState.LIVE);
    }

    @Test
    void noMoreDatasetsAreNamedThanAskedFor() {
        catalog.datasets().delete(story.live(), story.actor());
        catalog.datasets().delete(story.live(), story.actor());
        assertThat(catalog.datasets().toRemove(1)).hasSize(1);
        assertThat(catalog.datasets().toRemove(100)).hasSize(2);
    }
}
