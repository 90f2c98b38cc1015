package dev.gotgan.engine.care;

import static dev.gotgan.engine.testing.CatalogStory.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gotgan.engine.catalog.Datasets;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.dataset.DatasetState;
import dev.gotgan.engine.dataset.Visibility;
import dev.gotgan.engine.facts.AnalysisHint;
import dev.gotgan.engine.testing.CatalogContract;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What [ExpiredTrash] promises.
public abstract class ExpiredTrashContract extends CatalogContract {
    private static final Duration KEPT = Duration.ofDays(30);
    private static final Duration DAY = Duration.ofDays(1);

    private DatasetId trashed() {
        var dataset = story.fresh();
        story.upload(dataset, put("a", "one"), put("b", "three"));
        catalog.datasets().trash(dataset, story.actor());
        return dataset;
    }

    /// In the trash for as long as it is kept, with everything published.
    private DatasetId expired() {
        var dataset = trashed();
        catalog.passTime(KEPT);
        story.publish(dataset);
        return dataset;
    }

    @Test
    void whatWasInTheTrashForLongIsListedTheLongestFirst() {
        var first = trashed();
        catalog.passTime(DAY);
        var second = trashed();
        catalog.passTime(KEPT.minus(DAY.multipliedBy(2)));
        assertThat(catalog.expiredTrash().list(KEPT, 100)).isEmpty();
        catalog.passTime(DAY);
        assertThat(catalog.expiredTrash().list(KEPT, 100)).containsExactly(first);
        catalog.passTime(DAY);
        assertThat(catalog.expiredTrash().list(KEPT, 100)).containsExactly(first, second);
        assertThat(catalog.expiredTrash().list(KEPT, 1)).containsExactly(first);
    }

    @Test
    void whatIsDroppedIsForgottenAndItsIdIsNeverGivenAgain() {
        var dataset = expired();
        assertThat(catalog.expiredTrash().drop(dataset, KEPT)).isTrue();
        assertThat(catalog.datasets().find(dataset)).isEmpty();
        assertThat(catalog.commits().findHead(dataset)).isEmpty();
        assertThat(story.files(dataset, 1)).isEmpty();
        assertThat(catalog.expiredTrash().list(KEPT, 100)).isEmpty();
        assertThat(catalog.datasets().toRemove(100)).as("its files stay").isEmpty();
        var again =
                new Datasets.NewDataset(dataset, "Again", null, null, Visibility.PUBLIC, List.of(), AnalysisHint.NONE);
        assertThatThrownBy(() -> catalog.datasets().create(again, DatasetState.LIVE, story.actor()))
                .isInstanceOf(Datasets.IdTaken.class);
    }

    @Test
    void itsHistoryIsDueUntilSomebodyRemovedIt() {
        var dataset = expired();
        assertThat(catalog.expiredTrash().withHistory(100)).isEmpty();
        catalog.expiredTrash().drop(dataset, KEPT);
        assertThat(catalog.expiredTrash().withHistory(100)).containsExactly(dataset);
        catalog.expiredTrash().historyRemoved(dataset);
        assertThat(catalog.expiredTrash().withHistory(100)).isEmpty();
    }

    @Test
    void whatWasRestoredOrTrashedLaterIsNotDropped() {
        var dataset = expired();
        assertThat(catalog.expiredTrash().drop(dataset, KEPT.plus(DAY))).isFalse();
        catalog.datasets().restore(dataset, story.actor());
        assertThat(catalog.expiredTrash().list(KEPT, 100)).isEmpty();
        assertThat(catalog.expiredTrash().drop(dataset, KEPT)).isFalse();
        catalog.datasets().trash(dataset, story.actor());
        assertThat(catalog.expiredTrash().drop(dataset, KEPT)).isFalse();
        assertThat(story.files(dataset, 1)).hasSize(2);
        assertThat(catalog.expiredTrash().drop(DatasetId.random(), KEPT)).isFalse();
    }

    @Test
    void nothingIsForgottenBeforeTheLiveTreeIsWhatTheHeadSays() {
        var dataset = trashed();
        catalog.passTime(KEPT);
        assertThat(catalog.expiredTrash().drop(dataset, KEPT)).isFalse();
        assertThat(story.files(dataset, 1)).hasSize(2);
        story.publish(dataset);
        assertThat(catalog.expiredTrash().drop(dataset, KEPT)).isTrue();
    }
}
