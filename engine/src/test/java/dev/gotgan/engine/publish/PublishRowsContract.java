package dev.gotgan.engine.publish;

import static dev.gotgan.engine.testing.CatalogStory.etag;
import static dev.gotgan.engine.testing.CatalogStory.file;
import static dev.gotgan.engine.testing.CatalogStory.mark;
import static dev.gotgan.engine.testing.CatalogStory.path;
import static dev.gotgan.engine.testing.CatalogStory.put;
import static dev.gotgan.engine.testing.CatalogStory.remove;
import static dev.gotgan.engine.testing.CatalogStory.sha;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gotgan.engine.commit.Planned;
import dev.gotgan.engine.content.Sha256;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.store.Key;
import dev.gotgan.engine.store.StoreLayout;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What [PublishRows] promises of the paths to publish; [QuietContract], [MetaContract] and [LeaseContract] have the
/// rest.
public abstract class PublishRowsContract extends QuietContract {
    @Test
    void removalsComeFirstThenWritesEachInPathOrder() {
        var dataset = twoFiles();
        story.upload(dataset, put("c", "3"), put("\uFF5E", "4"), put("\uD83D\uDE3A", "5"), remove("b"), remove("a"));
        assertThat(paths(story.pending(dataset))).containsExactly("a", "b", "c", "\uFF5E", "\uD83D\uDE3A");
        var lease = story.lease(dataset);
        assertThat(paths(catalog.publishing().pending(lease, 3))).containsExactly("a", "b", "c");
    }

    private DatasetId twoFiles() {
        var dataset = story.live();
        story.upload(dataset, put("a", "one"), put("b", "two"));
        return dataset;
    }

    private static List<String> paths(List<PublishRow> rows) {
        return rows.stream().map(row -> row.path().value()).toList();
    }

    @Test
    void aRowTellsWhatIsThereWhatIsWantedAndWhereItLies() {
        var dataset = twoFiles();
        var session = story.session(dataset);
        var planned = story.plan(session, put("a", "three"));
        story.arrive(session, planned);
        story.commit(session);
        assertThat(story.pending(dataset))
                .containsExactly(new PublishRow(
                        path("a"),
                        StoreLayout.live("datasets/" + dataset + "/", path("a")),
                        file("a", "three"),
                        ((Planned.Upload) planned.getFirst()).key(),
                        new PublishRow.Found(sha("one"), 3, etag(sha("one"))),
                        true));
    }

    @Test
    void whatIsDrainedIsNotDue() {
        var dataset = twoFiles();
        story.upload(dataset, put("a", "three"), remove("b"));
        assertThat(catalog.publishing().due(100)).contains(dataset);
        story.publish(dataset);
        assertThat(catalog.publishing().due(100)).doesNotContain(dataset);
        assertThat(story.pending(dataset)).isEmpty();
    }

    @Test
    void noMoreDatasetsAreDueThanAskedFor() {
        twoFiles();
        twoFiles();
        assertThat(catalog.publishing().due(1)).hasSize(1);
    }

    @Test
    void aDatasetThatIsBeingDeletedIsNotDue() {
        var dataset = twoFiles();
        story.upload(dataset, remove("b"));
        catalog.datasets().delete(dataset, story.actor());
        assertThat(catalog.publishing().due(100)).doesNotContain(dataset);
    }

    @Test
    void aContentThatOnlyTheLiveTreeHasIsKeptWhileAGenerationNeedsIt() {
        var dataset = twoFiles();
        catalog.passTime(Duration.ofDays(30));
        story.upload(dataset, put("a", "three"));
        assertThat(kept(dataset)).as("superseded just now, however old").isTrue();
        catalog.passTime(LATE.undo().minusHours(1));
        assertThat(kept(dataset)).isTrue();
        catalog.passTime(Duration.ofHours(2));
        assertThat(kept(dataset)).as("nobody can read it any more").isFalse();
    }

    private boolean kept(DatasetId dataset) {
        return story.pending(dataset).getFirst().keep();
    }

    @Test
    void aContentThatIsNeededFromAnotherPathOnlyIsNotKept() {
        var dataset = story.live();
        story.upload(dataset, put("a", "one"), put("b", "one"));
        story.upload(dataset, put("a", "two"));
        catalog.passTime(LATE.undo().plusHours(1));
        assertThat(kept(dataset)).isFalse();
    }

    @Test
    void aContentThatHasADurableCopyIsNotCopiedAgain() {
        var dataset = twoFiles();
        story.upload(dataset, put("a", "three"));
        story.publish(dataset);
        story.upload(dataset, put("a", "four"));
        assertThat(kept(dataset)).isFalse();
    }

    @Test
    void aContentThatTheHeadWantsThereAgainIsNotCopied() {
        var dataset = twoFiles();
        story.upload(dataset, put("a", "three"));
        story.upload(dataset, put("a", "one"));
        var row = story.pending(dataset).getFirst();
        assertThat(row.keep()).isFalse();
        assertThat(row.wanted()).isEqualTo(file("a", "one"));
        assertThat(row.found()).isEqualTo(new PublishRow.Found(sha("one"), 3, etag(sha("one"))));
    }

    @Test
    void anAbortedDirectUploadIsToBeRemovedWhateverItLeft() {
        var dataset = story.live();
        var session = story.arrived(dataset, put("a", "one"));
        catalog.sessions().abort(session);
        var live = StoreLayout.live("datasets/" + dataset + "/", path("a"));
        assertThat(story.pending(dataset)).containsExactly(new PublishRow(path("a"), live, null, null, null, false));
        assertThat(catalog.publishing().due(100)).contains(dataset);
    }

    @Test
    void copiesUnderWayHaveAFreshHistoryKeyEachAndServeNobodyYet() {
        var dataset = twoFiles();
        var lease = story.lease(dataset);
        var copies = catalog.publishing().copying(lease, List.of(sha("two"), sha("one")));
        assertThat(copies).extracting(PublishRows.Copying::content).containsExactly(sha("two"), sha("one"));
        assertThat(catalog.publishing()
                        .copying(lease, List.of(sha("one")))
                        .getFirst()
                        .key())
                .isNotEqualTo(copies.getLast().key());
        assertThat(copies)
                .allMatch(copy -> copy.key()
                        .value()
                        .startsWith(StoreLayout.historyPrefix(dataset)
                                + copy.content().hex()));
        assertThat(copyOf(dataset, 1, "a")).isEmpty();
        var arrived = copies.getLast().copy();
        assertThat(catalog.publishing().durable(lease, List.of(arrived))).containsExactly(arrived);
        assertThat(copyOf(dataset, 1, "a")).contains(copies.getLast().key());
        assertThat(copyOf(dataset, 1, "b")).isEmpty();
    }

    private Optional<Key> copyOf(DatasetId dataset, long generation, String path) {
        return catalog.tree().locate(dataset, generation, List.of(path(path))).stream()
                .flatMap(located -> Optional.ofNullable(located.copy()).stream())
                .findFirst();
    }

    @Test
    void aCopyThatWasDoomedMeanwhileStaysDoomed() {
        var dataset = twoFiles();
        var lease = story.lease(dataset);
        var copy = catalog.publishing().copying(lease, List.of(sha("one"))).getFirst();
        catalog.passTime(LATE.abandoned().plusMinutes(5));
        catalog.doomed().doomAbandoned();
        assertThat(catalog.publishing().durable(lease, List.of(copy.copy()))).isEmpty();
        assertThat(copyOf(dataset, 1, "a")).isEmpty();
        assertThat(catalog.doomed().due(10)).containsExactly(new DoomedCopies.Doomed(copy.copy(), copy.key()));
    }

    @Test
    void aRowWhoseHeadChangedMeanwhileStaysPending() {
        var dataset = twoFiles();
        story.upload(dataset, put("a", "three"));
        var lease = story.lease(dataset);
        var row = catalog.publishing().pending(lease, 10).getFirst();
        story.upload(dataset, put("a", "four"));
        story.publish(lease, row);
        var again = catalog.publishing().pending(lease, 10);
        assertThat(again).hasSize(1);
        assertThat(again.getFirst().found()).isEqualTo(new PublishRow.Found(sha("three"), 5, etag(sha("three"))));
        assertThat(again.getFirst().wanted()).isEqualTo(file("a", "four"));
    }

    @Test
    void aFileRemovedWhileItWasWrittenStaysPending() {
        var dataset = twoFiles();
        story.upload(dataset, put("a", "three"));
        var lease = story.lease(dataset);
        var row = catalog.publishing().pending(lease, 10).getFirst();
        story.upload(dataset, remove("a"));
        story.publish(lease, row);
        assertThat(catalog.publishing().pending(lease, 10))
                .singleElement()
                .returns(null, PublishRow::wanted)
                .returns(new PublishRow.Found(sha("three"), 5, etag(sha("three"))), PublishRow::found);
    }

    @Test
    void driftThatACommitOvertookIsNoNews() {
        var dataset = twoFiles();
        story.publish(dataset);
        story.upload(dataset, put("a", "three"));
        var lease = story.lease(dataset);
        assertThat(paths(catalog.publishing().pending(lease, 10))).containsExactly("a");
        story.upload(dataset, remove("a"));
        catalog.publishing().drifted(lease, path("a"), "there is no copy of three");
        assertThat(paths(catalog.publishing().pending(lease, 10))).containsExactly("a");
        catalog.publishing().drifted(lease, path("a"), "somebody else's");
        assertThat(catalog.publishing().pending(lease, 10)).isEmpty();
    }

    @Test
    void whatIsObstructedWaitsForItsFolderOrWhatLiesBelow() {
        var dataset = story.live();
        story.upload(dataset, put("a", "one"), put("b/c", "two"), put("b/d", "two"));
        story.upload(dataset, remove("a"), remove("b/c"), remove("b/d"), put("a/x/y", "three"), put("b", "four"));
        var lease = story.lease(dataset);
        var rows = catalog.publishing().pending(lease, 10);
        assertThat(paths(rows)).containsExactly("a", "b/c", "b/d", "a/x/y", "b");
        obstruct(lease, "a/x/y", "b");
        assertThat(paths(catalog.publishing().pending(lease, 10))).contains("a/x/y", "b");
        rows.subList(0, 2).forEach(row -> story.publish(lease, row));
        obstruct(lease, "a/x/y", "b");
        assertThat(paths(catalog.publishing().pending(lease, 10))).containsExactly("b/d", "b");
        catalog.publishing().drifted(lease, path("b/d"), "somebody else's");
        obstruct(lease, "b");
        assertThat(catalog.publishing().pending(lease, 10)).isEmpty();
    }

    private void obstruct(Lease lease, String... paths) {
        for (var path : paths) {
            catalog.publishing().obstructed(lease, path(path), "a file is in the way");
        }
    }

    @Test
    void driftIsNotTriedAgainUntilThePathChanges() {
        var dataset = twoFiles();
        story.publish(dataset);
        story.upload(dataset, put("a", "three"), put("b", "four"));
        var lease = story.lease(dataset);
        assertThat(paths(catalog.publishing().pending(lease, 10))).containsExactly("a", "b");
        catalog.publishing().drifted(lease, path("a"), "somebody else's");
        assertThat(paths(catalog.publishing().pending(lease, 10))).containsExactly("b");
        catalog.publishing().release(lease);
        story.publish(dataset);
        assertThat(catalog.publishing().due(100)).doesNotContain(dataset);
        story.upload(dataset, put("b", "five"));
        assertThat(paths(story.pending(dataset))).containsExactly("b");
        story.upload(dataset, put("a", "six"));
        assertThat(paths(story.pending(dataset))).containsExactly("a", "b");
    }

    @Test
    void driftAtAnAbortedUploadGivesThePathBack() {
        var dataset = story.live();
        catalog.sessions().abort(story.arrived(dataset, put("a", "one")));
        var lease = story.lease(dataset);
        catalog.publishing().drifted(lease, path("a"), "somebody else's");
        assertThat(story.plan(story.session(dataset), put("a", "two"))).hasSize(1);
    }

    @Test
    void whatWasEverCommittedOrPlannedAtAPathIsOurs() {
        var dataset = twoFiles();
        story.upload(dataset, put("a", "three"));
        story.plan(story.session(dataset), put("a", "planned"));
        assertThat(List.of(
                        ever(dataset, "a", sha("one")),
                        ever(dataset, "a", sha("three")),
                        ever(dataset, "a", sha("planned"))))
                .containsOnly(true);
        assertThat(List.of(
                        ever(dataset, "a", sha("two")),
                        ever(dataset, "c", sha("one")),
                        ever(story.live(), "a", sha("one"))))
                .containsOnly(false);
    }

    private boolean ever(DatasetId dataset, String path, Sha256 content) {
        return catalog.publishing().everAt(dataset, path(path), content);
    }

    @Test
    void aMarkMakesTheFileReadableAtItsLiveKey() {
        var dataset = twoFiles();
        story.upload(dataset, put("a", "three"));
        var lease = story.lease(dataset);
        var row = catalog.publishing().pending(lease, 10).getFirst();
        catalog.publishing().published(lease, List.of(mark(row)));
        var located = catalog.tree().locate(dataset, 2, List.of(path("a"))).getFirst();
        assertThat(located.live()).isNotNull().returns(etag(sha("three")), live -> live.etag());
        assertThat(catalog.tree()
                        .locate(dataset, 1, List.of(path("a")))
                        .getFirst()
                        .live())
                .isNull();
    }
}
