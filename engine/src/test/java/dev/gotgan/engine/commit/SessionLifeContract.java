package dev.gotgan.engine.commit;

import static dev.gotgan.engine.testing.CatalogStory.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gotgan.engine.catalog.Datasets;
import dev.gotgan.engine.commit.WriteSessions.Driverless;
import dev.gotgan.engine.dataset.Actor;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.testing.CatalogContract;
import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/// What [WriteSessions] promises of how sessions begin and end.
public abstract class SessionLifeContract extends CatalogContract {
    private static final Duration ALMOST = WriteSessions.LIFE.minusMinutes(5);

    @Test
    void aDatasetThatIsNotThereTakesNoSession() {
        var nowhere = DatasetId.random();
        assertThatThrownBy(() -> story.session(nowhere)).isInstanceOf(CommitRefused.DatasetGone.class);
    }

    @Test
    void aDatasetInTheTrashTakesNoSessionUntilItIsRestored() {
        var dataset = story.live();
        catalog.datasets().trash(dataset, story.actor());
        assertThatThrownBy(() -> story.session(dataset)).isInstanceOf(CommitRefused.DatasetGone.class);
        catalog.datasets().restore(dataset, story.actor());
        assertThat(story.plan(story.session(dataset), put("a.txt", "one"))).hasSize(1);
    }

    @Test
    void aDatasetThatIsBeingDeletedTakesNoSession() {
        var dataset = story.live();
        catalog.datasets().delete(dataset, story.actor());
        assertThatThrownBy(() -> story.session(dataset)).isInstanceOf(CommitRefused.DatasetGone.class);
    }

    @Test
    void trashingADatasetEndsItsSessions() {
        endsSessions(Datasets::trash);
    }

    @Test
    void deletingADatasetEndsItsSessions() {
        endsSessions(Datasets::delete);
    }

    private void endsSessions(DatasetEnd end) {
        var dataset = story.live();
        var session = story.arrived(dataset, put("a.txt", "one"));
        end.of(catalog.datasets(), dataset, story.actor());
        assertEnded(session);
    }

    private interface DatasetEnd {
        void of(Datasets datasets, DatasetId dataset, Actor actor);
    }

    @Test
    void anAbortedSessionTakesNothingMore() {
        var session = story.arrived(story.live(), put("a.txt", "one"));
        catalog.sessions().abort(session);
        assertEnded(session);
    }

    private void assertEnded(SessionId session) {
        assertThatThrownBy(() -> story.plan(session, put("b.txt", "two")))
                .isInstanceOf(CommitRefused.SessionGone.class);
        assertThatThrownBy(() -> catalog.sessions().seal(session, List.of()))
                .isInstanceOf(CommitRefused.SessionGone.class);
        assertThatThrownBy(() -> story.commit(session)).isInstanceOf(CommitRefused.SessionGone.class);
    }

    @Test
    void abortingACommittedSessionChangesNothing() {
        var dataset = story.fresh();
        var session = story.arrived(dataset, put("a.txt", "one"));
        var committed = story.commit(session);
        catalog.sessions().abort(session);
        assertThat(story.head(dataset)).isEqualTo(committed.head());
        assertThat(story.commit(session)).isEqualTo(committed);
    }

    @Test
    void aSessionNobodyKnowsIsGone() {
        assertEnded(SessionId.random());
        catalog.sessions().abort(SessionId.random());
        catalog.sessions().touch(SessionId.random());
    }

    @Test
    void aSessionDiesTwoDaysAfterItsLastCall() {
        var session = story.session(story.live(), NewSession.Driver.CLIENT);
        var life = List.<BiConsumer<WriteSessions, SessionId>>of(
                WriteSessions::touch,
                (sessions, id) -> sessions.plan(id, List.of(put("a.txt", "one"))),
                (sessions, id) -> sessions.seal(id, List.of()));
        for (var call : life) {
            catalog.passTime(ALMOST);
            assertThat(catalog.sessions().abortExpired(Driverless.EXPIRED)).isZero();
            call.accept(catalog.sessions(), session);
        }
        catalog.passTime(WriteSessions.LIFE.plusMinutes(5));
        assertThat(catalog.sessions().abortExpired(Driverless.EXPIRED)).isEqualTo(1);
        assertEnded(session);
        assertThat(catalog.sessions().abortExpired(Driverless.EXPIRED)).isZero();
    }

    @Test
    void aSessionThatExpiredGivesItsPathsBack() {
        var dataset = story.fresh();
        story.upload(dataset, put("a.txt", "one"));
        story.plan(story.session(dataset), put("a.txt", "two"));
        catalog.passTime(WriteSessions.LIFE.plusMinutes(5));
        catalog.sessions().abortExpired(Driverless.EXPIRED);
        assertThat(story.plan(story.session(dataset), put("a.txt", "three"))).hasSize(1);
    }

    @Test
    void aSessionThatTheServerDrivesDiesWithTheServer() {
        var driven = story.session(story.live(), NewSession.Driver.SERVER);
        var driving = story.session(story.live(), NewSession.Driver.CLIENT);
        assertThat(catalog.sessions().abortExpired(Driverless.EXPIRED)).isZero();
        assertThat(catalog.sessions().abortExpired(Driverless.EXPIRED_AND_SERVER_DRIVEN))
                .isEqualTo(1);
        assertEnded(driven);
        assertThat(story.plan(driving, put("a.txt", "one"))).hasSize(1);
    }

    @Test
    void aCommittedSessionDoesNotExpire() {
        var dataset = story.fresh();
        var session = story.arrived(dataset, put("a.txt", "one"));
        var committed = story.commit(session);
        catalog.passTime(WriteSessions.LIFE.multipliedBy(2));
        assertThat(catalog.sessions().abortExpired(Driverless.EXPIRED_AND_SERVER_DRIVEN))
                .isZero();
        var at = catalog.commits()
                .history(dataset, null, 1)
                .getFirst()
                .at(); // time passes in the database by making all that it recorded older
        assertThat(story.commit(session)).isEqualTo(new Committed(committed.head(), 1, 0, 0, at));
    }
}
