package dev.gotgan.engine.commit;

import static dev.gotgan.engine.testing.CatalogStory.file;
import static dev.gotgan.engine.testing.CatalogStory.put;
import static dev.gotgan.engine.testing.CatalogStory.remove;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.gotgan.engine.content.ContentHash;
import dev.gotgan.engine.content.Sha256;
import dev.gotgan.engine.dataset.Actor;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.dataset.DatasetState;
import dev.gotgan.engine.testing.CatalogContract;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What [CommitLog] promises.
public abstract class CommitLogContract extends CatalogContract {
    @Test
    void aDatasetBeginsAtGenerationZeroWithTheHashOfNothing() {
        var dataset = story.live();
        assertThat(story.head(dataset))
                .isEqualTo(new Head(dataset, "datasets/" + dataset + "/", 0, 1, Sha256.EMPTY, 0, 0));
        assertThat(catalog.commits().findHead(DatasetId.random())).isEmpty();
        assertThat(catalog.commits().history(dataset, null, 10)).isEmpty();
    }

    @Test
    void theFirstCommitBringsADatasetToLife() {
        var dataset = story.fresh();
        var committed = story.upload(dataset, put("b.txt", "one"), put("a.txt", "three"));
        var hash = ContentHash.of(List.of(file("a.txt", "three"), file("b.txt", "one")));
        assertThat(committed.head()).isEqualTo(new Head(dataset, "datasets/" + dataset + "/", 1, 1, hash, 2, 8));
        assertThat(committed)
                .returns(2L, Committed::added)
                .returns(0L, Committed::changed)
                .returns(0L, Committed::removed);
        assertThat(story.head(dataset)).isEqualTo(committed.head());
        assertThat(catalog.datasets().find(dataset).orElseThrow().state()).isEqualTo(DatasetState.LIVE);
    }

    @Test
    void aCommitCountsWhatItChanged() {
        var dataset = story.fresh();
        story.upload(dataset, put("a.txt", "one"), put("b.txt", "two"), put("c.txt", "three"));
        var second = story.upload(dataset, put("a.txt", "1"), put("d.txt", "4"), put("b.txt", "two"), remove("c.txt"));
        assertThat(second)
                .returns(1L, Committed::added)
                .returns(1L, Committed::changed)
                .returns(1L, Committed::removed);
        assertThat(second.head()).returns(2L, Head::generation).returns(3L, Head::files);
    }

    @Test
    void repeatingACommitGivesTheFirstAnswer() {
        var dataset = story.fresh();
        var session = story.arrived(dataset, put("a.txt", "one"));
        var plan = story.planOf(session);
        var first = catalog.commits().commit(plan);
        story.upload(dataset, put("a.txt", "two"));
        assertThat(catalog.commits().commit(plan)).isEqualTo(first);
        assertThat(story.head(dataset).generation()).isEqualTo(2);
    }

    @Test
    void anAnswerOutlivesItsDatasetsTrash() {
        var dataset = story.fresh();
        var session = story.arrived(dataset, put("a.txt", "one"));
        var first = story.commit(session);
        catalog.datasets().trash(dataset, story.actor());
        assertThat(story.commit(session)).isEqualTo(first);
    }

    @Test
    void whatWasNotSealedIsNotCommitted() {
        var dataset = story.fresh();
        var session = story.session(dataset);
        story.arrive(session, story.plan(session, put("a.txt", "one")));
        story.plan(session, put("b.txt", "two"));
        assertThatThrownBy(() -> story.commit(session)).isInstanceOf(CommitRefused.Unsealed.class);
        assertThat(story.head(dataset).generation()).isZero();
        assertThat(story.files(dataset, 1)).isEmpty();
        assertThat(catalog.datasets().find(dataset).orElseThrow().state()).isEqualTo(DatasetState.NEW);
    }

    @Test
    void whatWasNotSealedAtItsHistoryKeyIsNotCommitted() {
        var dataset = story.fresh();
        story.upload(dataset, put("a.txt", "one"));
        var session = story.session(dataset);
        story.plan(session, put("a.txt", "two"));
        assertThatThrownBy(() -> story.commit(session)).isInstanceOf(CommitRefused.Unsealed.class);
        assertThat(story.files(dataset, story.head(dataset).generation())).containsExactly(file("a.txt", "one"));
    }

    @Test
    void aPlanMadeOnAnOlderHeadIsRefusedAndMayBeMadeAgain() {
        var dataset = story.fresh();
        story.upload(dataset, put("a.txt", "one"));
        var slow = story.arrived(dataset, put("b.txt", "two"));
        var stale = story.planOf(slow);
        story.upload(dataset, put("c.txt", "three"));
        assertThatThrownBy(() -> catalog.commits().commit(stale)).isInstanceOf(CommitRefused.BaseMoved.class);
        assertThat(story.head(dataset).generation()).isEqualTo(2);
        assertThat(story.commit(slow).head())
                .returns(3L, Head::generation)
                .returns(3L, Head::files)
                .returns(
                        ContentHash.of(List.of(file("a.txt", "one"), file("b.txt", "two"), file("c.txt", "three"))),
                        Head::contentHash);
    }

    @Test
    void sessionsThatCommitAtOnceAllSucceedOneAfterTheOther() throws Exception {
        var dataset = story.fresh();
        story.upload(dataset, put("a.txt", "one"));
        var sessions = IntStream.range(0, 4)
                .mapToObj(i -> story.arrived(dataset, put("f" + i + ".txt", "text " + i)))
                .toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var racing = sessions.stream()
                    .<Callable<Committed>>map(session -> () -> commitWhenPossible(session))
                    .toList();
            var generations = new ArrayList<Long>();
            for (var each : threads.invokeAll(racing)) {
                generations.add(each.get().head().generation());
            }
            assertThat(generations).containsExactlyInAnyOrder(2L, 3L, 4L, 5L);
        }
        var head = story.head(dataset);
        assertThat(head.contentHash()).isEqualTo(ContentHash.of(story.files(dataset, 5)));
        assertThat(story.files(dataset, 5)).hasSize(5);
    }

    private Committed commitWhenPossible(SessionId session) {
        while (true) {
            try {
                return story.commit(session);
            } catch (CommitRefused.BaseMoved e) {
                Thread.onSpinWait();
            }
        }
    }

    @Test
    void oneSessionCommittedByManyAtOnceCommitsOnce() throws Exception {
        var dataset = story.fresh();
        var plan = story.planOf(story.arrived(dataset, put("a.txt", "one")));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<Committed>();
            var racing = IntStream.range(0, 4)
                    .<Callable<Committed>>mapToObj(i -> () -> catalog.commits().commit(plan))
                    .toList();
            for (var each : threads.invokeAll(racing)) {
                answers.add(each.get());
            }
            assertThat(answers).hasSize(4).containsOnly(answers.getFirst());
        }
        assertThat(story.head(dataset).generation()).isEqualTo(1);
        assertThat(catalog.commits().history(dataset, null, 10)).hasSize(1);
    }

    @Test
    void aSessionThatChangesNothingMakesNoGeneration() {
        var dataset = story.fresh();
        var first = story.upload(dataset, put("a.txt", "one"));
        var session = story.arrived(dataset, put("a.txt", "one"), remove("b.txt"));
        assertThat(story.commit(session))
                .returns(first.head(), Committed::head)
                .returns(0L, each -> each.added() + each.changed() + each.removed());
        assertThat(catalog.commits().history(dataset, null, 10)).hasSize(1);
        assertThatThrownBy(() -> story.plan(session, put("a.txt", "two")))
                .isInstanceOf(CommitRefused.SessionGone.class);
    }

    @Test
    void theHistoryTellsNewestFirstWhoDidWhat() {
        var dataset = story.fresh();
        var first = story.upload(dataset, put("a.txt", "one"), put("b.txt", "two"));
        var wanted =
                new NewSession(dataset, new Actor.Itself(), ChangeKind.DELETE, "tidied up", NewSession.Driver.SERVER);
        var session = story.session(wanted);
        story.plan(session, remove("b.txt"), put("a.txt", "two"));
        story.arrive(session, story.plan(session, put("a.txt", "two")));
        var second = story.commit(session);
        assertThat(catalog.commits().history(dataset, null, 10))
                .containsExactly(
                        new CommitLog.Entry(
                                2,
                                "",
                                second.at(),
                                "delete",
                                "tidied up",
                                0,
                                1,
                                1,
                                second.head().contentHash().hex()),
                        new CommitLog.Entry(
                                1,
                                "Ada",
                                first.at(),
                                "upload",
                                "more cats",
                                2,
                                0,
                                0,
                                first.head().contentHash().hex()));
    }

    @Test
    void theHistoryComesInPages() {
        var dataset = story.fresh();
        for (int i = 0; i < 5; i++) {
            story.upload(dataset, put("a.txt", "content " + i));
        }
        assertThat(generations(dataset, null, 2)).containsExactly(5L, 4L);
        assertThat(generations(dataset, 4L, 2)).containsExactly(3L, 2L);
        assertThat(generations(dataset, 2L, 2)).containsExactly(1L);
        assertThat(generations(dataset, 1L, 2)).isEmpty();
    }

    private List<Long> generations(DatasetId dataset, @Nullable Long before, int limit) {
        return catalog.commits().history(dataset, before, limit).stream()
                .map(CommitLog.Entry::generation)
                .toList();
    }

    @Test
    void eachGenerationRemainsWhatItWas() {
        var dataset = story.fresh();
        var hashes = new ArrayList<Sha256>();
        hashes.add(
                story.upload(dataset, put("a", "one"), put("b", "two")).head().contentHash());
        hashes.add(story.upload(dataset, put("a", "three"), remove("b")).head().contentHash());
        hashes.add(
                story.upload(dataset, put("b", "two"), put("a", "one")).head().contentHash());
        hashes.add(story.upload(dataset, remove("a"), remove("b"), put("a/b", "one"))
                .head()
                .contentHash());
        assertThat(IntStream.rangeClosed(1, 4)
                        .mapToObj(generation -> ContentHash.of(story.files(dataset, generation)))
                        .toList())
                .isEqualTo(hashes);
        assertThat(hashes.get(0)).isEqualTo(hashes.get(2));
    }

    @Test
    void whatASessionBroughtAndDidNotCommitIsDoomed() {
        var dataset = story.fresh();
        story.upload(dataset, put("a.txt", "one"));
        var session = story.session(dataset);
        var first = story.plan(session, put("a.txt", "two"), put("b.txt", "three"));
        story.arrive(session, first);
        story.arrive(session, story.plan(session, put("a.txt", "four")));
        story.commit(session);
        assertThat(catalog.doomed().due(10))
                .extracting(doomed -> doomed.key())
                .containsExactly(((Planned.Upload) first.getFirst()).key());
    }

    @Test
    void whatWasCommittedAtItsLiveKeyIsPublishedAndTheRestIsPending() {
        var dataset = story.fresh();
        story.upload(dataset, put("a.txt", "one"), put("b.txt", "two"));
        assertThat(story.pending(dataset)).isEmpty();
        story.upload(dataset, put("a.txt", "three"), remove("b.txt"), put("c.txt", "four"));
        assertThat(story.pending(dataset))
                .extracting(row -> row.path().value(), row -> row.wanted() == null)
                .containsExactly(tuple("b.txt", true), tuple("a.txt", false), tuple("c.txt", false));
    }

    @Test
    void theHeadOfADatasetIsToldInEveryState() {
        var dataset = story.fresh();
        var head = story.upload(dataset, put("a.txt", "one")).head();
        catalog.datasets().trash(dataset, story.actor());
        assertThat(catalog.commits().findHead(dataset)).contains(head);
        catalog.datasets().delete(dataset, story.actor());
        assertThat(catalog.commits().findHead(dataset)).contains(head);
    }

    @Test
    void aCommitHappensWhenItHappens() {
        var dataset = story.fresh();
        var first = story.upload(dataset, put("a.txt", "one"));
        var second = story.upload(dataset, put("a.txt", "two"));
        assertThat(second.at()).isAfterOrEqualTo(first.at());
        assertThat(Duration.between(first.at(), second.at())).isLessThan(Duration.ofMinutes(10));
    }
}
