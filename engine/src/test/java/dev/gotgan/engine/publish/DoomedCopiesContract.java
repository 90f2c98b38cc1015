package dev.gotgan.engine.publish;

import static dev.gotgan.engine.testing.CatalogStory.path;
import static dev.gotgan.engine.testing.CatalogStory.put;
import static dev.gotgan.engine.testing.CatalogStory.sha;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gotgan.engine.commit.Planned;
import dev.gotgan.engine.commit.Timing;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.store.Key;
import dev.gotgan.engine.testing.CatalogContract;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What [DoomedCopies] promises.
public abstract class DoomedCopiesContract extends CatalogContract {
    private static final Duration MOMENT = Duration.ofMinutes(5);

    @Test
    void whatIsBeingUploadedOrServesReadersIsNotDoomed() {
        var dataset = oneFile();
        story.upload(dataset, put("b", "two"));
        story.plan(story.session(dataset), put("c", "three"));
        catalog.publishing().copying(story.lease(dataset), List.of(sha("one")));
        catalog.doomed().doomAbandoned();
        assertThat(catalog.doomed().due(10)).isEmpty();
    }

    private DatasetId oneFile() {
        var dataset = story.live();
        story.upload(dataset, put("a", "one"));
        return dataset;
    }

    @Test
    void anAbortDoomsWhatTheSessionUploaded() {
        var dataset = oneFile();
        var key = abortedUpload(dataset);
        assertThat(catalog.doomed().due(10))
                .extracting(DoomedCopies.Doomed::key)
                .containsExactly(key);
    }

    private Key abortedUpload(DatasetId dataset) {
        var session = story.session(dataset);
        var planned = story.plan(session, put("b", "two"), put("c", "two"));
        catalog.sessions().abort(session);
        return ((Planned.Upload) planned.getFirst()).key();
    }

    @Test
    void aKeyThatAUrlMayStillWriteIsDeletedTwice() {
        abortedUpload(oneFile());
        var first = catalog.doomed().due(10);
        catalog.doomed().deleted(first);
        assertThat(catalog.doomed().due(10)).isEmpty();
        catalog.passTime(LATE.quiet().minus(MOMENT));
        assertThat(catalog.doomed().due(10)).isEmpty();
        catalog.passTime(MOMENT.multipliedBy(2));
        assertThat(catalog.doomed().due(10)).isEqualTo(first);
        catalog.doomed().deleted(first);
        assertThat(catalog.doomed().due(10)).isEmpty();
        catalog.passTime(Duration.ofDays(1));
        assertThat(catalog.doomed().due(10)).isEmpty();
    }

    @Test
    void aDeletionSentBeforeTheUrlEndedIsNotTheLastHoweverLateItIsRecorded() {
        abortedUpload(oneFile());
        var early = catalog.doomed().due(10);
        catalog.passTime(LATE.quiet().plus(MOMENT));
        catalog.doomed().deleted(early);
        assertThat(catalog.doomed().due(10)).isEqualTo(early);
        catalog.doomed().deleted(early);
        assertThat(catalog.doomed().due(10)).isEmpty();
    }

    @Test
    void aKeyFirstDeletedAfterTheUrlEndedIsDeletedOnce() {
        abortedUpload(oneFile());
        catalog.passTime(LATE.quiet().plus(MOMENT));
        catalog.doomed().deleted(catalog.doomed().due(10));
        assertThat(catalog.doomed().due(10)).isEmpty();
    }

    @Test
    void whereNothingLandsLateOneDeletionIsEnough() {
        begin(Timing.embedded());
        abortedUpload(oneFile());
        catalog.doomed().deleted(catalog.doomed().due(10));
        catalog.passTime(Duration.ofDays(1));
        assertThat(catalog.doomed().due(10)).isEmpty();
    }

    @Test
    void whatWasNamedButNotDeletedIsNamedAgain() {
        abortedUpload(oneFile());
        var due = catalog.doomed().due(10);
        assertThat(catalog.doomed().due(10)).isEqualTo(due).hasSize(1);
    }

    @Test
    void aCopyLeftByACrashIsDoomedWhenItIsSurelyAbandoned() {
        var dataset = oneFile();
        var copy = catalog.publishing()
                .copying(story.lease(dataset), List.of(sha("one")))
                .getFirst();
        catalog.passTime(LATE.abandoned().minus(MOMENT));
        catalog.doomed().doomAbandoned();
        assertThat(catalog.doomed().due(10)).isEmpty();
        catalog.passTime(MOMENT.multipliedBy(2));
        catalog.doomed().doomAbandoned();
        var due = catalog.doomed().due(10);
        assertThat(due).containsExactly(new DoomedCopies.Doomed(copy.copy(), copy.key()));
        catalog.doomed().deleted(due);
        assertThat(catalog.doomed().due(10)).as("no URL can write it").isEmpty();
    }

    @Test
    void aCopyThatServesReadersIsNeverForgotten() {
        var dataset = oneFile();
        var lease = story.lease(dataset);
        var copy = catalog.publishing().copying(lease, List.of(sha("one"))).getFirst();
        catalog.publishing().durable(lease, List.of(copy.copy()));
        catalog.passTime(LATE.abandoned().plus(MOMENT));
        catalog.doomed().doomAbandoned();
        catalog.doomed().deleted(List.of(new DoomedCopies.Doomed(copy.copy(), copy.key())));
        assertThat(catalog.tree()
                        .locate(dataset, 1, List.of(path("a")))
                        .getFirst()
                        .copy())
                .isEqualTo(copy.key());
    }

    @Test
    void noMoreCopiesAreDueThanAskedFor() {
        var dataset = oneFile();
        abortedUpload(dataset);
        abortedUpload(dataset);
        assertThat(catalog.doomed().due(1)).hasSize(1);
        assertThat(catalog.doomed().due(10)).hasSize(2);
    }

    @Test
    void theCopiesOfADroppedDatasetAreForgotten() {
        begin(Timing.embedded());
        var dataset = oneFile();
        abortedUpload(dataset);
        catalog.datasets().delete(dataset, story.actor());
        catalog.datasets().drop(dataset);
        assertThat(catalog.doomed().due(10)).isEmpty();
    }
}
