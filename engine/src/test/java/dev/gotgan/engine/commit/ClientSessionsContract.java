package dev.gotgan.engine.commit;

import static dev.gotgan.engine.testing.CatalogStory.path;
import static dev.gotgan.engine.testing.CatalogStory.put;
import static dev.gotgan.engine.testing.CatalogStory.remove;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.gotgan.engine.commit.NewSession.Driver;
import dev.gotgan.engine.commit.NewSession.Unsent;
import dev.gotgan.engine.commit.WriteSessions.OpenSession;
import dev.gotgan.engine.content.LogicalPath;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.testing.CatalogContract;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// What [WriteSessions] tells of open sessions, for those who drive them from outside.
public abstract class ClientSessionsContract extends CatalogContract {
    private SessionId begin(DatasetId dataset) {
        return story.session(dataset, Driver.CLIENT);
    }

    @Test
    void anOpenSessionTellsWhatItWasOpenedFor() {
        var dataset = story.live();
        var wanted = new NewSession(
                dataset, story.actor(), ChangeKind.LABELS, "labelled", Driver.CLIENT, Unsent.LABELS_REMOVED, 0L);
        var session = story.session(wanted);
        var found = catalog.sessions().find(session).orElseThrow();
        assertThat(found)
                .returns(session, OpenSession::id)
                .returns(wanted, OpenSession::opened)
                .returns("Ada", OpenSession::person)
                .returns(found.openedAt().plus(WriteSessions.LIFE), OpenSession::expiresAt);
    }

    @Test
    void anOpenSessionCountsWhatItHolds() {
        var dataset = story.live();
        story.upload(dataset, put("same.txt", "same"), put("old.txt", "old"));
        var session = begin(dataset);
        var planned = story.plan(
                session, put("same.txt", "same"), put("a.txt", "12345"), put("b.txt", "123"), remove("old.txt"));
        assertThat(catalog.sessions().find(session).orElseThrow())
                .returns(3L, OpenSession::files)
                .returns(8L, OpenSession::bytes);
        assertThat(catalog.sessions().settled(session)).isEqualTo(new WriteSessions.Settled(1, 1));
        story.arrive(session, planned.subList(1, 2));
        assertThat(catalog.sessions().settled(session)).isEqualTo(new WriteSessions.Settled(2, 1));
        catalog.sessions().abort(session);
        assertThat(catalog.sessions().settled(session)).isEqualTo(new WriteSessions.Settled(0, 0));
    }

    @Test
    void aPathThatIsWishedOtherwiseOrNoMoreIsCountedOnce() {
        var dataset = story.live();
        story.upload(dataset, put("same.txt", "same"), put("old.txt", "old"));
        var session = begin(dataset);
        story.plan(session, put("a.txt", "12345"), put("b.txt", "123"), put("same.txt", "other"));
        story.plan(session, put("a.txt", "1"), put("same.txt", "same"), remove("old.txt"), remove("c.txt"));
        assertThat(catalog.sessions().find(session).orElseThrow())
                .returns(3L, OpenSession::files)
                .returns(4L, OpenSession::bytes);
        assertThat(catalog.sessions().open(dataset))
                .containsExactly(catalog.sessions().find(session).orElseThrow());
    }

    @Test
    void sessionsThatHaveEndedAreNotFound() {
        var dataset = story.live();
        var aborted = begin(dataset);
        var committed = story.arrived(dataset, put("a.txt", "one"));
        var open = begin(dataset);
        begin(story.live());
        catalog.sessions().abort(aborted);
        story.commit(committed);
        assertThat(catalog.sessions().open(dataset)).extracting(OpenSession::id).containsExactly(open);
        assertThat(catalog.sessions().find(aborted)).isEmpty();
        assertThat(catalog.sessions().find(committed)).isEmpty();
        assertThat(catalog.sessions().find(SessionId.random())).isEmpty();
    }

    @Test
    void wishesAreToldInPathOrderWithTheirKeys() {
        var dataset = story.fresh();
        story.upload(dataset, put("old.txt", "old"), put("x.txt", "x"));
        story.upload(dataset, put("x.txt", "held")); // "held" has a durable copy now
        var session = begin(dataset);
        var planned = story.plan(session, put("b.txt", "two"), remove("old.txt"), put("a.txt", "held"));
        var wishes = wishes(session);
        assertThat(wishes)
                .extracting(WriteSessions.Wanted::change, WriteSessions.Wanted::upload, WriteSessions.Wanted::sealed)
                .containsExactly(
                        tuple(put("a.txt", "held"), null, true),
                        tuple(put("b.txt", "two"), planned.getFirst(), false),
                        tuple(remove("old.txt"), null, true));
        assertThat(wishes.get(0).key()).isNotNull();
        assertThat(wishes.get(1).key()).isEqualTo(((Planned.Upload) planned.getFirst()).key());
        assertThat(wishes.get(2).key()).isNull();
        story.arrive(session, planned.subList(0, 1));
        assertThat(wishes(session).get(1).sealed()).isTrue();
    }

    @Test
    void aDirectWishIsToldWithItsLiveKey() {
        var dataset = story.fresh();
        var session = begin(dataset);
        var planned = story.plan(session, put("a.txt", "one"));
        assertThat(wishes(session))
                .containsExactly(new WriteSessions.Wanted(
                        put("a.txt", "one"),
                        ((Planned.Upload) planned.getFirst()).key(),
                        (Planned.Upload) planned.getFirst(),
                        false));
    }

    @Test
    void whatTheHeadHasAlreadyIsRememberedUntilItIsWishedOtherwise() {
        var dataset = story.live();
        story.upload(dataset, put("b.txt", "one"), put("a.txt", "one"));
        var session = begin(dataset);
        story.plan(session, put("b.txt", "one"), put("a.txt", "one"));
        assertThat(unchanged(session)).containsExactly(path("a.txt"), path("b.txt"));
        story.plan(session, put("a.txt", "two"));
        assertThat(unchanged(session)).containsExactly(path("b.txt"));
        story.plan(session, put("a.txt", "one"));
        assertThat(unchanged(session)).containsExactly(path("a.txt"), path("b.txt"));
        assertThat(wishes(session)).isEmpty();
    }

    @Test
    void theFirstAnswerOfACommitIsKept() {
        var dataset = story.live();
        var session = story.arrived(dataset, put("a.txt", "one"));
        assertThat(catalog.commits().findCommitted(session)).isEmpty();
        var first = story.commit(session);
        story.upload(dataset, put("b.txt", "two"));
        assertThat(catalog.commits().findCommitted(session)).contains(first);
    }

    @Test
    void aSessionThatHasEndedCantBeHeld() {
        var session = begin(story.live());
        catalog.sessions().abort(session);
        assertThatThrownBy(() -> catalog.sessions().hold(session)).isInstanceOf(CommitRefused.SessionGone.class);
    }

    @Test
    void aSessionDoesNotEndWhileItIsHeld() throws Exception {
        var session = begin(story.live());
        var ending = new CountDownLatch(1);
        try (var other = Executors.newSingleThreadExecutor()) {
            try (var _ = catalog.sessions().hold(session)) {
                var end = other.submit(() -> {
                    ending.countDown();
                    catalog.sessions().abort(session);
                });
                ending.await();
                assertThatThrownBy(() -> end.get(200, TimeUnit.MILLISECONDS))
                        .as("the end waits")
                        .isInstanceOf(java.util.concurrent.TimeoutException.class);
                assertThat(catalog.sessions().find(session)).isPresent();
            }
            other.shutdown();
            assertThat(other.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(catalog.sessions().find(session)).isEmpty();
    }

    private List<WriteSessions.Wanted> wishes(SessionId session) {
        var wishes = new ArrayList<WriteSessions.Wanted>();
        catalog.sessions().forEachWanted(session, wishes::add);
        return wishes;
    }

    private List<LogicalPath> unchanged(SessionId session) {
        var paths = new ArrayList<LogicalPath>();
        catalog.sessions().forEachUnchanged(session, paths::add);
        return paths;
    }
}
