package dev.gotgan.engine.publish;

import static dev.gotgan.engine.testing.CatalogStory.mark;
import static dev.gotgan.engine.testing.CatalogStory.path;
import static dev.gotgan.engine.testing.CatalogStory.put;
import static dev.gotgan.engine.testing.CatalogStory.remove;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gotgan.engine.commit.Timing;
import dev.gotgan.engine.dataset.DatasetId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What [PublishRows] promises of keys that a late request may still change.
public abstract class QuietContract extends MetaContract {
    private static final Duration MOMENT = Duration.ofMinutes(5);

    @Test
    void aPathMarkedBeforeItWasQuietIsLookedAtOnceMore() {
        var dataset = abortedDirectUpload();
        story.publish(dataset);
        assertNothingToDo(dataset);
        catalog.passTime(LATE.quiet().minus(MOMENT));
        assertNothingToDo(dataset);
        catalog.passTime(MOMENT.multipliedBy(2));
        assertThat(catalog.publishing().due(100)).contains(dataset);
        assertThat(story.pending(dataset)).hasSize(1);
        story.publish(dataset);
        assertNothingToDo(dataset);
        catalog.passTime(Duration.ofDays(1));
        assertNothingToDo(dataset);
    }

    private DatasetId abortedDirectUpload() {
        var dataset = story.live();
        catalog.sessions().abort(story.arrived(dataset, put("a", "one")));
        return dataset;
    }

    private void assertNothingToDo(DatasetId dataset) {
        assertThat(catalog.publishing().due(100)).doesNotContain(dataset);
        assertThat(story.pending(dataset)).isEmpty();
    }

    @Test
    void aLookFromBeforeTheQuietTimeProvesNothingHoweverLateItIsRecorded() {
        var dataset = abortedDirectUpload();
        var lease = story.lease(dataset);
        var row = catalog.publishing().pending(lease, 10).getFirst();
        catalog.passTime(LATE.quiet().plus(MOMENT));
        catalog.publishing().published(lease, List.of(mark(row)));
        var again = catalog.publishing().pending(lease, 10);
        assertThat(again).as("the request may be older than the quiet time").hasSize(1);
        catalog.publishing().published(lease, List.of(mark(again.getFirst())));
        assertThat(catalog.publishing().pending(lease, 10)).isEmpty();
    }

    @Test
    void nothingIsLookedAtTwiceWhereNothingLandsLate() {
        begin(Timing.embedded());
        var dataset = abortedDirectUpload();
        story.publish(dataset);
        catalog.passTime(Duration.ofDays(1));
        assertNothingToDo(dataset);
    }

    @Test
    void aDirectUploadThatWasCommittedAndRemovedIsUnquietStill() {
        var dataset = story.live();
        story.upload(dataset, put("a", "one"));
        story.upload(dataset, remove("a"));
        story.publish(dataset);
        catalog.passTime(LATE.quiet().plus(MOMENT));
        assertThat(story.pending(dataset))
                .as("a replayed URL may have brought it back")
                .hasSize(1);
    }

    @Test
    void aPathInDoubtStaysPendingAndIsLookedAtWhenTheDoubtIsOver() {
        var dataset = quietFile();
        story.upload(dataset, put("a", "two"));
        var lease = story.lease(dataset);
        catalog.publishing().inDoubt(lease, path("a"), LATE.inDoubt());
        var row = catalog.publishing().pending(lease, 10).getFirst();
        story.publish(lease, row);
        assertThat(catalog.publishing().pending(lease, 10)).isEmpty();
        catalog.passTime(LATE.inDoubt().minus(MOMENT));
        assertThat(catalog.publishing().pending(lease, 10)).isEmpty();
        catalog.passTime(MOMENT.multipliedBy(2));
        assertThat(catalog.publishing().pending(lease, 10)).hasSize(1);
    }

    private DatasetId quietFile() {
        var dataset = story.live();
        story.upload(dataset, put("a", "one"));
        story.publish(dataset);
        catalog.passTime(LATE.quiet().plus(MOMENT));
        story.publish(dataset);
        return dataset;
    }

    @Test
    void aShortDoubtDoesNotShortenALongOne() {
        var dataset = abortedDirectUpload();
        var lease = story.lease(dataset);
        catalog.publishing().inDoubt(lease, path("a"), MOMENT);
        catalog.publishing().pending(lease, 10).forEach(row -> story.publish(lease, row));
        catalog.passTime(MOMENT.multipliedBy(2));
        assertThat(catalog.publishing().pending(lease, 10)).isEmpty();
        catalog.passTime(LATE.quiet());
        assertThat(catalog.publishing().pending(lease, 10)).hasSize(1);
    }

    @Test
    void aDoubtThatArisesDuringTheRecheckAsksForAnother() {
        var dataset = abortedDirectUpload();
        story.publish(dataset);
        catalog.passTime(LATE.quiet().plus(MOMENT));
        var lease = story.lease(dataset);
        var row = catalog.publishing().pending(lease, 10).getFirst();
        catalog.publishing().inDoubt(lease, path("a"), LATE.inDoubt());
        story.publish(lease, row);
        assertThat(catalog.publishing().pending(lease, 10)).isEmpty();
        catalog.passTime(LATE.inDoubt().plus(MOMENT));
        assertThat(catalog.publishing().pending(lease, 10)).hasSize(1);
    }

    @Test
    void aChangeDoesNotWaitForTheQuietTime() {
        var dataset = story.live();
        story.upload(dataset, put("a", "one"));
        story.upload(dataset, put("a", "two"));
        assertThat(story.pending(dataset)).hasSize(1);
    }
}
