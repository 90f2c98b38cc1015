package dev.gotgan.engine.commit;

import static dev.gotgan.engine.testing.CatalogStory.etag;
import static dev.gotgan.engine.testing.CatalogStory.file;
import static dev.gotgan.engine.testing.CatalogStory.path;
import static dev.gotgan.engine.testing.CatalogStory.put;
import static dev.gotgan.engine.testing.CatalogStory.remove;
import static dev.gotgan.engine.testing.CatalogStory.sha;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.gotgan.engine.store.StoreLayout;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What [WriteSessions] promises of planning and sealing; [SessionLifeContract] and [ReservationsContract] have the
/// rest.
public abstract class WriteSessionsContract extends ReservationsContract {
    @Test
    void theFirstFilesOfADatasetGoStraightToTheirLiveKeys() {
        var dataset = story.fresh();
        var planned = story.plan(story.session(dataset), put("images/cat.jpg", "one"), put("b.txt", "two"));
        assertThat(planned)
                .extracting(WriteSessionsContract::target, WriteSessionsContract::key)
                .containsExactly(
                        tuple(Planned.Target.DIRECT, "datasets/" + dataset + "/images/cat.jpg"),
                        tuple(Planned.Target.DIRECT, "datasets/" + dataset + "/b.txt"));
    }

    @Test
    void equalContentsOfAFirstUploadHaveALiveKeyEach() {
        var planned = story.plan(story.session(story.fresh()), put("a.txt", ""), put("b.txt", ""));
        assertThat(planned).extracting(WriteSessionsContract::key).doesNotHaveDuplicates();
        assertThat(planned).extracting(WriteSessionsContract::target).containsOnly(Planned.Target.DIRECT);
    }

    @Test
    void afterACommitEverythingGoesToAHistoryKeyThatWasNeverUsed() {
        var dataset = story.fresh();
        story.upload(dataset, put("a.txt", "one"));
        var first = story.plan(story.session(dataset), put("b.txt", "two")).getFirst();
        assertThat(target(first)).isEqualTo(Planned.Target.STAGED);
        assertThat(key(first))
                .startsWith(StoreLayout.historyPrefix(dataset) + sha("two").hex());
        var second = story.plan(story.session(dataset), put("c.txt", "two")).getFirst();
        assertThat(target(second)).isEqualTo(Planned.Target.STAGED);
        assertThat(key(second)).as("of another session").isNotEqualTo(key(first));
    }

    @Test
    void aDatasetThatLostAllItsFilesIsNotNewAgain() {
        var dataset = story.fresh();
        story.upload(dataset, put("a.txt", "one"));
        story.upload(dataset, remove("a.txt"));
        var planned = story.plan(story.session(dataset), put("never/there.txt", "two"));
        assertThat(target(planned.getFirst())).isEqualTo(Planned.Target.STAGED);
    }

    @Test
    void aPathOncePlannedDirectIsStagedForEveryOtherContentAndSession() {
        var dataset = story.fresh();
        var session = story.session(dataset);
        var direct = story.plan(session, put("a.txt", "one")).getFirst();
        var other = story.plan(session, put("a.txt", "two")).getFirst();
        var back = story.plan(session, put("a.txt", "one")).getFirst();
        catalog.sessions().abort(session);
        story.publish(dataset);
        var later = story.plan(story.session(dataset), put("a.txt", "one")).getFirst();
        assertThat(List.of(target(direct), target(other), target(back), target(later)))
                .containsExactly(
                        Planned.Target.DIRECT, Planned.Target.STAGED, Planned.Target.STAGED, Planned.Target.STAGED);
    }

    @Test
    void aWishThatIsRepeatedGoesOnWhereItWas() {
        var dataset = story.fresh();
        var session = story.session(dataset);
        var first = story.plan(session, put("a.txt", "one"), put("b.txt", "two"));
        story.arrive(session, first.subList(0, 1));
        assertThat(story.plan(session, put("a.txt", "one"), put("b.txt", "two")))
                .containsExactly(new Planned.Present(file("a.txt", "one")), first.get(1));
        story.arrive(session, first.subList(1, 2));
        assertThat(story.commit(session).added()).isEqualTo(2);
    }

    @Test
    void aStagedWishThatIsRepeatedGoesOnWhereItWas() {
        var dataset = story.live();
        story.upload(dataset, put("x.txt", "x"));
        var session = story.session(dataset);
        var first = story.plan(session, put("a.txt", "one"), put("b.txt", "two"));
        story.arrive(session, first.subList(0, 1));
        assertThat(story.plan(session, put("a.txt", "one"), put("b.txt", "two")))
                .containsExactly(new Planned.Present(file("a.txt", "one")), first.get(1));
    }

    @Test
    void whatIsRestagedGoesToAHistoryKey() {
        var dataset = story.fresh();
        var session = story.session(dataset);
        story.plan(session, put("a.txt", "one"));
        var again = catalog.sessions().restage(session, List.of(file("a.txt", "one")));
        assertThat(target(again.getFirst())).isEqualTo(Planned.Target.STAGED);
        story.arrive(session, again);
        assertThat(story.commit(session).added()).isEqualTo(1);
        assertThat(story.pending(dataset)).extracting(row -> row.path().value()).containsExactly("a.txt");
    }

    @Test
    void aPathBelowAFileThatWasPlannedDirectIsStaged() {
        var dataset = story.fresh();
        var session = story.session(dataset);
        story.plan(session, put("a", "one"), put("c/d", "one"));
        story.plan(session, remove("a"), remove("c/d"));
        var planned = story.plan(session, put("a/b", "two"), put("c", "two"), put("e", "two"));
        assertThat(planned)
                .extracting(WriteSessionsContract::target)
                .containsExactly(Planned.Target.STAGED, Planned.Target.STAGED, Planned.Target.DIRECT);
    }

    @Test
    void aContentThatHasADurableCopyIsNotSentAgain() {
        var dataset = story.live();
        story.upload(dataset, put("a.txt", "one"));
        story.upload(dataset, put("b.txt", "two"));
        var planned = story.plan(story.session(dataset), put("c.txt", "two"));
        assertThat(planned).containsExactly(new Planned.Present(((Change.Put) put("c.txt", "two")).file()));
    }

    @Test
    void aCopyOfAnotherDatasetServesNobodyElse() {
        var other = story.live();
        story.upload(other, put("a.txt", "one"));
        story.upload(other, put("b.txt", "secret"));
        var dataset = story.live();
        story.upload(dataset, put("a.txt", "one"));
        var planned = story.plan(story.session(dataset), put("b.txt", "secret"));
        assertThat(planned.getFirst()).isInstanceOf(Planned.Upload.class);
    }

    @Test
    void anUploadThatHasNotCommittedServesNobodyElse() {
        var dataset = story.live();
        story.upload(dataset, put("a.txt", "one"));
        story.arrived(dataset, put("b.txt", "two"));
        var planned = story.plan(story.session(dataset), put("c.txt", "two"));
        assertThat(target(planned.getFirst())).isEqualTo(Planned.Target.STAGED);
    }

    @Test
    void oneUploadServesAllPathsOfAContent() {
        var dataset = story.live();
        story.upload(dataset, put("a.txt", "one"));
        var session = story.session(dataset);
        var planned = story.plan(session, put("b.txt", "two"), put("c.txt", "two"));
        var later = story.plan(session, put("d.txt", "two"));
        assertThat(List.of(key(planned.get(0)), key(planned.get(1)), key(later.getFirst())))
                .containsOnly(key(planned.get(0)));
    }

    @Test
    void whatTheHeadHasAlreadyIsLeftAloneAndHeldByNobody() {
        var dataset = story.live();
        story.upload(dataset, put("a.txt", "one"));
        var session = story.session(dataset);
        assertThat(story.plan(session, put("a.txt", "one"), remove("never.txt")))
                .containsExactly(new Planned.Unchanged(path("a.txt")), new Planned.Unchanged(path("never.txt")));
        assertThat(story.plan(story.session(dataset), remove("a.txt"), put("never.txt", "two")))
                .hasSize(2);
    }

    @Test
    void planningWhatTheHeadHasWithdrawsAnEarlierWish() {
        var dataset = story.live();
        story.upload(dataset, put("a.txt", "one"), put("b.txt", "one"));
        var session = story.session(dataset);
        story.plan(session, put("a.txt", "two"), remove("b.txt"));
        story.plan(session, put("a.txt", "one"));
        var committed = story.commit(session);
        assertThat(committed).returns(0L, Committed::changed).returns(1L, Committed::removed);
    }

    @Test
    void aRemovalIsARemoval() {
        var dataset = story.live();
        story.upload(dataset, put("a.txt", "one"));
        assertThat(story.plan(story.session(dataset), remove("a.txt")))
                .containsExactly(new Planned.Removal(path("a.txt")));
    }

    @Test
    void answersComeInTheOrderOfTheChanges() {
        var dataset = story.live();
        story.upload(dataset, put("m.txt", "one"));
        var planned = story.plan(
                story.session(dataset), put("z.txt", "one"), remove("m.txt"), put("a.txt", "two"), remove("never"));
        assertThat(planned).extracting(each -> each.path().value()).containsExactly("z.txt", "m.txt", "a.txt", "never");
    }

    @Test
    void aFileNeverStandsWhereTheHeadHasAFolder() {
        var dataset = story.live();
        story.upload(dataset, put("a/b.txt", "one"));
        var session = story.session(dataset);
        assertThatThrownBy(() -> story.plan(session, put("free.txt", "x"), put("a", "two")))
                .isInstanceOf(CommitRefused.Collision.class);
        assertThatThrownBy(() -> story.plan(session, put("a/b.txt/c", "two")))
                .isInstanceOf(CommitRefused.Collision.class);
        assertThat(story.plan(story.session(dataset), put("free.txt", "x")))
                .as("the refused plan holds nothing")
                .hasSize(1);
    }

    @Test
    void aFileNeverStandsWhereTheSameSessionNeedsAFolder() {
        var session = story.session(story.live());
        assertThatThrownBy(() -> story.plan(session, put("a/b", "one"), put("a", "two")))
                .isInstanceOf(CommitRefused.Collision.class);
        story.plan(session, put("c/d/e", "one"));
        assertThatThrownBy(() -> story.plan(session, put("c/d", "two"))).isInstanceOf(CommitRefused.Collision.class);
    }

    @Test
    void aFileMayBecomeAFolderInOneSessionInAnyOrder() {
        var dataset = story.live();
        story.upload(dataset, put("a", "one"), put("b", "one"));
        var session = story.session(dataset);
        assertThat(story.plan(session, put("a/x", "two"), remove("a"))).hasSize(2);
        story.plan(session, remove("b"));
        assertThat(story.plan(session, put("b/x", "two"))).hasSize(1);
        assertThatThrownBy(() -> story.plan(session, put("b", "one")))
                .as("the file can't stay now")
                .isInstanceOf(CommitRefused.Collision.class);
    }

    @Test
    void namesThatOnlyLookLikeAFolderAreFree() {
        var dataset = story.live();
        story.upload(dataset, put("a", "one"));
        assertThat(story.plan(story.session(dataset), put("a.b", "two"), put("a0", "two"), put("ab/c", "two")))
                .hasSize(3);
    }

    @Test
    void anyPathOfAContentSealsItsStagedUpload() {
        var dataset = story.live();
        story.upload(dataset, put("a.txt", "one"));
        var session = story.session(dataset);
        story.plan(session, put("b.txt", "two"), put("c.txt", "two"));
        catalog.sessions().seal(session, List.of(new WriteSessions.Sealed(path("c.txt"), etag(sha("two")))));
        assertThat(story.commit(session).added()).isEqualTo(2);
    }

    @Test
    void planningAPathAgainUndoesItsSeal() {
        var session = story.session(story.fresh());
        story.arrive(session, story.plan(session, put("a.txt", "one")));
        story.plan(session, put("a.txt", "two"));
        assertThatThrownBy(() -> story.commit(session)).isInstanceOf(CommitRefused.Unsealed.class);
    }

    @Test
    void sealingWhatWasNeverPlannedSealsNothing() {
        var session = story.session(story.fresh());
        story.plan(session, put("a.txt", "one"));
        catalog.sessions().seal(session, List.of(new WriteSessions.Sealed(path("b.txt"), etag(sha("one")))));
        assertThatThrownBy(() -> story.commit(session)).isInstanceOf(CommitRefused.Unsealed.class);
    }

    private static Planned.Target target(Planned planned) {
        return ((Planned.Upload) planned).target();
    }

    private static String key(Planned planned) {
        return ((Planned.Upload) planned).key().value();
    }
}
