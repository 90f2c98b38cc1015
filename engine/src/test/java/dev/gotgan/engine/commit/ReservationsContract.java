package dev.gotgan.engine.commit;

import static dev.gotgan.engine.testing.CatalogStory.put;
import static dev.gotgan.engine.testing.CatalogStory.remove;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.gotgan.engine.dataset.DatasetId;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What [WriteSessions] promises of paths that are held.
public abstract class ReservationsContract extends SessionLifeContract {
    @ParameterizedTest
    @CsvSource({
        "images/cat.jpg, images/cat.jpg",
        "images/cat.jpg, images",
        "images/cat.jpg, images/cat.jpg/part",
        "images/cat.jpg, Images/CAT.JPG",
        "images/cat.jpg, IMAGES",
        "straße.txt, STRASSE.TXT",
        "고양이/a, 고양이",
    })
    void aPathIsHeldWithItsFoldersWhatLiesBelowAndItsTwins(String held, String wanted) {
        var dataset = story.live();
        story.plan(story.session(dataset), put(held, "one"));
        var other = story.session(dataset);
        assertThatThrownBy(() -> story.plan(other, put(wanted, "two"))).isInstanceOf(CommitRefused.PathHeld.class);
    }

    @ParameterizedTest
    @CsvSource({"images/cat.jpg, images/dog.jpg", "images/cat.jpg, image", "a, a.txt", "a, a0", "a/b, ab"})
    void otherPathsAreFree(String held, String wanted) {
        var dataset = story.live();
        story.plan(story.session(dataset), put(held, "one"));
        assertThat(story.plan(story.session(dataset), put(wanted, "two"))).hasSize(1);
    }

    @Test
    void whoIsRefusedLearnsWhoHoldsThePathAndUntilWhen() {
        var dataset = story.live();
        var holder = story.session(dataset);
        story.plan(holder, put("a.txt", "one"));
        var first = refused(dataset);
        assertThat(first.path().value()).isEqualTo("a.txt");
        assertThat(first.holder()).isEqualTo(holder);
        assertThat(first.person()).isEqualTo("Ada");
        catalog.passTime(Duration.ofHours(1));
        assertThat(until(dataset))
                .as("time alone")
                .isBeforeOrEqualTo(first.until().orElseThrow());
        catalog.sessions().touch(holder);
        assertThat(until(dataset))
                .as("a call of the holder")
                .isAfterOrEqualTo(first.until().orElseThrow());
    }

    private Instant until(DatasetId dataset) {
        return refused(dataset).until().orElseThrow();
    }

    @Test
    void whoIsRefusedForAnUploadThatHasEndedIsNotToldToWaitForIt() {
        var dataset = story.live();
        var holder = story.session(dataset);
        story.plan(holder, put("a.txt", "one"));
        catalog.sessions().abort(holder);
        var refused = refused(dataset);
        assertThat(refused.holder()).isEqualTo(holder);
        assertThat(refused.until()).isEmpty();
        assertThat(refused).hasMessageContaining("has ended");
    }

    @Test
    void whoIsRefusedForAnUploadWhoseTimeIsOverIsNotToldToWaitForItEither() {
        var dataset = story.live();
        story.plan(story.session(dataset), put("a.txt", "one"));
        catalog.passTime(WriteSessions.LIFE.plusMinutes(1));
        assertThat(refused(dataset).until()).isEmpty();
    }

    private CommitRefused.PathHeld refused(DatasetId dataset) {
        var other = story.session(dataset);
        return catchThrowableOfType(CommitRefused.PathHeld.class, () -> story.plan(other, put("a.txt", "two")));
    }

    @Test
    void aRemovalHoldsItsPathToo() {
        var dataset = story.live();
        story.upload(dataset, put("a.txt", "one"));
        story.plan(story.session(dataset), remove("a.txt"));
        var other = story.session(dataset);
        assertThatThrownBy(() -> story.plan(other, put("a.txt", "two"))).isInstanceOf(CommitRefused.PathHeld.class);
    }

    @Test
    void aRefusedPlanHoldsNothing() {
        var dataset = story.live();
        story.plan(story.session(dataset), put("held.txt", "one"));
        var refused = story.session(dataset);
        assertThatThrownBy(() -> story.plan(refused, put("free.txt", "two"), put("held.txt", "two")))
                .isInstanceOf(CommitRefused.PathHeld.class);
        assertThat(story.plan(story.session(dataset), put("free.txt", "three"))).hasSize(1);
    }

    @Test
    void aSessionIsNotInItsOwnWay() {
        var session = story.session(story.live());
        story.plan(session, put("a.txt", "one"));
        assertThat(story.plan(session, put("a.txt", "two"), put("A.TXT", "three")))
                .hasSize(2);
    }

    @Test
    void anotherDatasetIsAnotherPlace() {
        story.plan(story.session(story.live()), put("a.txt", "one"));
        assertThat(story.plan(story.session(story.live()), put("a.txt", "two"))).hasSize(1);
    }

    @Test
    void aCommitGivesItsPathsBack() {
        var dataset = story.fresh();
        story.upload(dataset, put("a.txt", "one"));
        story.upload(dataset, put("a.txt", "two"));
        assertThat(story.plan(story.session(dataset), put("a.txt", "three"))).hasSize(1);
    }

    @Test
    void anAbortGivesStagedPathsBack() {
        var dataset = story.fresh();
        story.upload(dataset, put("a.txt", "one"));
        var session = story.session(dataset);
        story.plan(session, put("a.txt", "two"), put("b.txt", "two"));
        catalog.sessions().abort(session);
        assertThat(story.plan(story.session(dataset), put("a.txt", "three"), put("b.txt", "three")))
                .hasSize(2);
    }

    @Test
    void anAbortLeavesDirectPathsToThePublisher() {
        var dataset = story.live();
        var session = story.session(dataset);
        story.plan(session, put("a.txt", "one"));
        catalog.sessions().abort(session);
        var other = story.session(dataset);
        assertThatThrownBy(() -> story.plan(other, put("a.txt", "two"))).isInstanceOf(CommitRefused.PathHeld.class);
        assertThatThrownBy(() -> story.plan(other, put("a.txt/b", "two"))).isInstanceOf(CommitRefused.PathHeld.class);
        story.publish(dataset);
        assertThat(story.plan(other, put("a.txt", "two"))).hasSize(1);
    }

    @Test
    void aCommitLeavesDirectPathsThatItDroppedToThePublisher() {
        var dataset = story.live();
        var session = story.session(dataset);
        story.arrive(session, story.plan(session, put("a.txt", "one"), put("b.txt", "one")));
        story.plan(session, remove("a.txt"));
        story.commit(session);
        var other = story.session(dataset);
        assertThatThrownBy(() -> story.plan(other, put("a.txt", "two"))).isInstanceOf(CommitRefused.PathHeld.class);
        assertThat(story.plan(other, put("b.txt", "two"))).hasSize(1);
        story.publish(dataset);
        assertThat(story.plan(other, put("a.txt", "two"))).hasSize(1);
    }
}
