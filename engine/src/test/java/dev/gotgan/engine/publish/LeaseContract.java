package dev.gotgan.engine.publish;

import static dev.gotgan.engine.testing.CatalogStory.etag;
import static dev.gotgan.engine.testing.CatalogStory.path;
import static dev.gotgan.engine.testing.CatalogStory.put;
import static dev.gotgan.engine.testing.CatalogStory.sha;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gotgan.engine.commit.Timing;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.store.Etag;
import dev.gotgan.engine.testing.CatalogContract;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What [PublishRows] promises of its lease.
public abstract class LeaseContract extends CatalogContract {
    private static final Duration LIFE = Duration.ofHours(1);
    private static final Duration GRACE = Duration.ofMinutes(30);

    private Optional<Lease> acquire(DatasetId dataset) {
        return catalog.publishing().acquire(dataset, LIFE, GRACE);
    }

    @Test
    void aLeaseIsGivenToOneAtATime() {
        var dataset = story.live();
        var first = acquire(dataset).orElseThrow();
        assertThat(acquire(dataset)).isEmpty();
        assertThat(acquire(story.live())).as("another dataset").isPresent();
        catalog.publishing().release(first);
        assertThat(acquire(dataset).orElseThrow().epoch()).isGreaterThan(first.epoch());
    }

    @Test
    void ofManyWhoAskAtOnceOneGetsTheLease() throws Exception {
        var dataset = story.live();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var asking = IntStream.range(0, 8)
                    .<Callable<Optional<Lease>>>mapToObj(i -> () -> acquire(dataset))
                    .toList();
            int given = 0;
            for (var each : threads.invokeAll(asking)) {
                given += each.get().isPresent() ? 1 : 0;
            }
            assertThat(given).isEqualTo(1);
        }
    }

    @Test
    void anExpiredLeaseIsTakenOverOnlyWhenTheGraceIsOver() {
        var dataset = story.live();
        var first = acquire(dataset).orElseThrow();
        catalog.passTime(LIFE.plus(GRACE).minusMinutes(5));
        assertThat(acquire(dataset)).isEmpty();
        catalog.passTime(Duration.ofMinutes(10));
        assertThat(acquire(dataset).orElseThrow().epoch()).isGreaterThan(first.epoch());
    }

    @Test
    void aRenewedLeaseLastsItsLifeFromNow() {
        var dataset = story.live();
        var lease = acquire(dataset).orElseThrow();
        catalog.passTime(LIFE);
        catalog.publishing().renew(lease, LIFE);
        catalog.passTime(LIFE.plus(GRACE).minusMinutes(5));
        assertThat(acquire(dataset)).isEmpty();
    }

    @Test
    void anExpiredLeaseThatNobodyTookStillCounts() {
        begin(Timing.embedded());
        var dataset = story.live();
        story.upload(dataset, put("a", "one"));
        story.upload(dataset, put("a", "two"));
        var lease = acquire(dataset).orElseThrow();
        var row = catalog.publishing().pending(lease, 10).getFirst();
        catalog.passTime(Duration.ofDays(1));
        story.publish(lease, row);
        assertThat(catalog.publishing().pending(lease, 10)).isEmpty();
    }

    @Test
    void aPublisherThatWasSupersededRecordsNothing() {
        var dataset = story.live();
        story.upload(dataset, put("a", "one"));
        story.upload(dataset, put("a", "two"));
        var old = acquire(dataset).orElseThrow();
        var kept = catalog.publishing().copying(old, List.of(sha("one"))).getFirst();
        catalog.passTime(LIFE.plus(GRACE).plusMinutes(5));
        var now = acquire(dataset).orElseThrow();
        assertLost(old, kept);
        assertThat(catalog.publishing().pending(now, 10)).hasSize(1).allMatch(PublishRow::keep);
        assertThat(catalog.publishing().metaDue(now)).isPresent();
    }

    @Test
    void aReleasedLeaseRecordsNothing() {
        var dataset = story.live();
        story.upload(dataset, put("a", "one"));
        var lease = acquire(dataset).orElseThrow();
        var copy = catalog.publishing().copying(lease, List.of(sha("one"))).getFirst();
        catalog.publishing().release(lease);
        assertLost(lease, copy);
    }

    @Test
    void aPublisherOfADatasetThatIsBeingDeletedRecordsNothing() {
        var dataset = story.live();
        story.upload(dataset, put("a", "one"));
        var lease = acquire(dataset).orElseThrow();
        var copy = catalog.publishing().copying(lease, List.of(sha("one"))).getFirst();
        catalog.datasets().delete(dataset, story.actor());
        assertLost(lease, copy);
        catalog.passTime(Duration.ofDays(1));
        assertThat(acquire(dataset)).isEmpty();
    }

    private void assertLost(Lease lease, PublishRows.Copying copy) {
        var a = path("a");
        var marks = List.of(new PublishRows.Mark(a, sha("two"), etag(sha("two"))));
        var calls = Map.<String, Consumer<PublishRows>>ofEntries(
                Map.entry("renew", rows -> rows.renew(lease, LIFE)),
                Map.entry("pending", rows -> rows.pending(lease, 10)),
                Map.entry("copying", rows -> rows.copying(lease, List.of(sha("one")))),
                Map.entry("durable", rows -> rows.durable(lease, List.of(copy.copy()))),
                Map.entry("published", rows -> rows.published(lease, marks)),
                Map.entry("inDoubt", rows -> rows.inDoubt(lease, a, GRACE)),
                Map.entry("drifted", rows -> rows.drifted(lease, a, "late")),
                Map.entry("obstructed", rows -> rows.obstructed(lease, a, "late")),
                Map.entry("metaDue", rows -> rows.metaDue(lease)),
                Map.entry("metaWritten", rows -> rows.metaWritten(lease, Long.MAX_VALUE, new Etag("late"))),
                Map.entry("metaInDoubt", rows -> rows.metaInDoubt(lease, GRACE)));
        calls.forEach((name, call) -> assertThatThrownBy(() -> call.accept(catalog.publishing()))
                .as(name)
                .isInstanceOf(LeaseLost.class));
    }

    @Test
    void whoKnowsThatAllOthersAreDeadNeedNotWaitForTheirLeases() {
        var dataset = story.live();
        story.upload(dataset, put("a", "one"));
        var dead = acquire(dataset).orElseThrow();
        var copy = catalog.publishing().copying(dead, List.of(sha("one"))).getFirst();
        catalog.publishing().endLeases();
        assertLost(dead, copy);
        assertThat(catalog.doomed().due(10)).containsExactly(new DoomedCopies.Doomed(copy.copy(), copy.key()));
        assertThat(acquire(dataset).orElseThrow().epoch()).isGreaterThan(dead.epoch());
    }

    @Test
    void givingBackALostLeaseDoesNotTakeItFromItsHolder() {
        var dataset = story.live();
        var old = acquire(dataset).orElseThrow();
        catalog.passTime(LIFE.plus(GRACE).plusMinutes(5));
        var now = acquire(dataset).orElseThrow();
        catalog.publishing().release(old);
        assertThat(acquire(dataset)).isEmpty();
        assertThat(catalog.publishing().pending(now, 10)).isEmpty();
    }

    @Test
    void aDatasetThatIsNotThereHasNoLease() {
        assertThat(acquire(DatasetId.random())).isEmpty();
    }

    @Test
    void aDatasetInTheTrashIsPublishedToTheEnd() {
        var dataset = story.live();
        story.upload(dataset, put("a", "one"));
        story.upload(dataset, put("a", "two"));
        catalog.datasets().trash(dataset, story.actor());
        assertThat(catalog.publishing().due(100)).contains(dataset);
        story.publish(dataset);
        assertThat(catalog.publishing().due(100)).doesNotContain(dataset);
    }
}
