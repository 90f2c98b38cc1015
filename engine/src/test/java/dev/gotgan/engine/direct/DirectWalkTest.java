package dev.gotgan.engine.direct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.gotgan.engine.commit.ChangeKind;
import dev.gotgan.engine.commit.CommitRefused;
import dev.gotgan.engine.commit.NewSession.Unsent;
import dev.gotgan.engine.content.LogicalPath;
import dev.gotgan.engine.direct.PlanDirect.Answer;
import dev.gotgan.engine.direct.answer.UploadIncomplete;
import dev.gotgan.engine.facts.Format;
import dev.gotgan.engine.store.StoreLayout;
import dev.gotgan.engine.upload.Uploaded;
import dev.gotgan.engine.upload.source.UploadRefused;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The walk of `docs/walks/direct-upload.md`, step by step.
final class DirectWalkTest {
    @TempDir
    Path spool;

    private DirectStage stage;

    @BeforeEach
    void enter() {
        stage = new DirectStage(spool);
    }

    @Test
    void whatAClientSendsIsCommittedAndPublished() throws IOException {
        var dataset = stage.emptyDataset();
        var done = stage.upload(dataset, "labels/a.txt", "0 0.5 0.5 0.1 0.1", "notes.md", "hello");
        assertThat(done).returns(2L, Uploaded::added).returns(0L, Uploaded::unchanged);
        assertThat(stage.published(dataset))
                .isEqualTo(Map.of("labels/a.txt", "0 0.5 0.5 0.1 0.1", "notes.md", "hello"));
    }

    @Test
    void whatIsOddAboutANameIsSaidAsByAnyOtherWayIn() throws IOException {
        var dataset = stage.emptyDataset();
        var done = stage.upload(dataset, "a\u2215b.txt", "one", "A.txt", "two", "a.txt", "three");
        assertThat(done.warnings())
                .extracting(notice -> notice.code())
                .containsExactlyInAnyOrder("path_ambiguous", "path_collision");
    }

    @Test
    void laterUploadsOverwriteRemoveAndLeaveAlone() throws IOException {
        var dataset = stage.emptyDataset();
        stage.upload(dataset, "a.txt", "one", "b.txt", "two", "c.txt", "three");
        var session = stage.begin(dataset);
        var answers = stage.plan(session, "a.txt", "one", "b.txt", "TWO");
        assertThat(answers.getFirst()).isInstanceOf(Answer.Present.class);
        stage.send(answers.getLast(), "TWO");
        var done = stage.commit(session, "c.txt");
        assertThat(done)
                .returns(1L, Uploaded::unchanged)
                .returns(1L, Uploaded::changed)
                .returns(1L, Uploaded::removed);
        assertThat(stage.published(dataset)).isEqualTo(Map.of("a.txt", "one", "b.txt", "TWO"));
    }

    @Test
    void aRenamedFileIsCopiedFromTheLiveTreeAndNotSent() throws IOException {
        var dataset = stage.emptyDataset();
        stage.upload(dataset, "a.txt", "one", "b.txt", "two");
        var session = stage.begin(dataset);
        var answers = stage.plan(session, "c.txt", "one", "d.txt", "one", "e.txt", "three");
        assertThat(answers.subList(0, 2)).hasOnlyElementsOfType(Answer.Present.class);
        stage.send(answers.getLast(), "three");
        assertThat(stage.commit(session, "a.txt")).returns(3L, Uploaded::added).returns(1L, Uploaded::removed);
        assertThat(stage.published(dataset))
                .isEqualTo(Map.of("b.txt", "two", "c.txt", "one", "d.txt", "one", "e.txt", "three"));
    }

    @Test
    void aRenamedFileThatSomebodyChangedInTheBucketIsSent() throws IOException {
        var dataset = stage.emptyDataset();
        stage.upload(dataset, "a.txt", "one");
        var live = StoreLayout.live(StoreLayout.livePrefix(dataset), LogicalPath.of("a.txt"));
        stage.store.delete(List.of(live));
        stage.put(live, "uno");
        var session = stage.begin(dataset);
        var answer = stage.plan(session, "c.txt", "one").getFirst();
        assertThat(answer).isInstanceOf(Answer.Send.class);
        stage.send(answer, "one");
        assertThat(stage.commit(session).added()).isEqualTo(1);
        assertThat(stage.published(dataset)).containsEntry("c.txt", "one").containsEntry("a.txt", "uno");
    }

    @Test
    void aCommitBeforeEverythingArrivedChangesNothingAndNamesWhatIsMissing() throws IOException {
        var dataset = stage.emptyDataset();
        var session = stage.begin(dataset);
        var answers = stage.plan(session, "a.txt", "one", "b.txt", "two");
        stage.send(answers.getFirst(), "one");
        assertThatThrownBy(() -> stage.commit(session))
                .asInstanceOf(type(UploadIncomplete.class))
                .extracting(UploadIncomplete::missing)
                .isEqualTo(List.of(LogicalPath.of("b.txt")));
        assertThat(stage.head(dataset).generation()).isZero();
        stage.send(answers.getLast(), "two");
        assertThat(stage.commit(session).added()).isEqualTo(2);
    }

    @Test
    void whoWasInterruptedPlansAgainAndSendsOnlyWhatIsMissing() throws IOException {
        var dataset = stage.emptyDataset();
        var session = stage.begin(dataset);
        stage.send(stage.plan(session, "a.txt", "one", "b.txt", "two").getFirst(), "one");
        assertThat(stage.seal(session).missing()).containsExactly(LogicalPath.of("b.txt"));
        var again = stage.plan(session, "a.txt", "one", "b.txt", "two");
        assertThat(again.getFirst()).isInstanceOf(Answer.Present.class);
        stage.send(again.getLast(), "two");
        assertThat(stage.commit(session).added()).isEqualTo(2);
    }

    @Test
    void aLostAnswerIsAskedAboutByRepeatingTheCommit() throws IOException {
        var dataset = stage.emptyDataset();
        var session = stage.begin(dataset);
        stage.send(stage.plan(session, "a.txt", "one").getFirst(), "one");
        var first = stage.commit(session);
        stage.upload(dataset, "b.txt", "two");
        var again = stage.commit(session);
        assertThat(again.head().generation()).isEqualTo(first.head().generation());
        assertThat(stage.head(dataset).generation()).isEqualTo(2);
    }

    @Test
    void anObjectThatSomebodyPutAtALiveKeyIsNeverTakenForTheUpload() throws IOException {
        var dataset = stage.emptyDataset();
        var session = stage.begin(dataset);
        stage.plan(session, "a.txt", "one");
        stage.put(StoreLayout.live(StoreLayout.livePrefix(dataset), LogicalPath.of("a.txt")), "foreign");
        assertThat(stage.seal(session).missing()).containsExactly(LogicalPath.of("a.txt"));
        var again = stage.plan(session, "a.txt", "one").getFirst();
        stage.send(again, "one");
        assertThat(stage.commit(session).added()).isEqualTo(1);
    }

    @Test
    void aRowThatIsRefusedLeavesTheOthersAlone() throws IOException {
        var dataset = stage.emptyDataset();
        var session = stage.begin(dataset);
        var answers = stage.plan(session, "../up.txt", "x", "a.txt", "one", "meta.json", "{}", "a.txt", "two");
        assertThat(answers.get(0))
                .asInstanceOf(type(Answer.Refused.class))
                .returns("path_traversal", Answer.Refused::code);
        assertThat(answers.get(2))
                .asInstanceOf(type(Answer.Refused.class))
                .returns("path_reserved", Answer.Refused::code);
        assertThat(answers.get(3))
                .asInstanceOf(type(Answer.Refused.class))
                .returns("path_collision", Answer.Refused::code);
        stage.send(answers.get(1), "one");
        assertThat(stage.commit(session).added()).isEqualTo(1);
        assertThat(stage.published(dataset)).containsOnlyKeys("a.txt");
    }

    @Test
    void labelsOnlyRefusesWhatIsNoLabelByNameAndByContent() throws IOException {
        var dataset = stage.emptyDataset();
        stage.upload(dataset, "images/a.jpg", "no image, but named like one");
        var session = stage.begin(dataset, ChangeKind.LABELS, Unsent.KEPT, null);
        var answers = stage.plan(session, "images/b.jpg", "x", "labels/a.txt", "x");
        assertThat(answers.getFirst())
                .asInstanceOf(type(Answer.Refused.class))
                .returns("labels_only_violation", Answer.Refused::code);
        var png = "GIF89a is an image, whatever its name says";
        stage.send(stage.plan(session, "labels/a.txt", png).getFirst(), png);
        assertThatThrownBy(() -> stage.commit(session))
                .asInstanceOf(type(UploadRefused.class))
                .extracting(refused -> refused.offences().getFirst().path())
                .isEqualTo("labels/a.txt");
        assertThat(stage.head(dataset).generation()).isEqualTo(1);
    }

    @Test
    void replacingLabelsRemovesThoseThatWereNotNamedAndNoOthers() throws IOException {
        var dataset = stage.emptyDataset();
        stage.upload(dataset, "labels/a.txt", "0 .5 .5 .1 .1", "labels/b.txt", "0 .5 .5 .2 .2", "i.jpg", "picture");
        var session = stage.begin(dataset, ChangeKind.LABELS, Unsent.LABELS_REMOVED, null);
        assertThat(stage.plan(session, Format.YOLO, "labels/a.txt", "0 .5 .5 .1 .1")
                        .getFirst())
                .isInstanceOf(Answer.Present.class);
        assertThat(stage.commit(session, Format.YOLO).removed()).isEqualTo(1);
        assertThat(stage.published(dataset)).containsOnlyKeys("labels/a.txt", "i.jpg");
    }

    @Test
    void aSessionWithABaseIsNotCommittedOnAnotherHead() throws IOException {
        var dataset = stage.emptyDataset();
        stage.upload(dataset, "a.txt", "one");
        var session = stage.begin(dataset, ChangeKind.UPLOAD, Unsent.KEPT, 1L);
        stage.send(stage.plan(session, "b.txt", "two").getFirst(), "two");
        stage.upload(dataset, "c.txt", "three");
        assertThatThrownBy(() -> stage.commit(session)).isInstanceOf(CommitRefused.BaseMoved.class);
        assertThat(stage.head(dataset).generation()).isEqualTo(2);
    }

    @Test
    void oneContentUnderAnImagesNameAndALabelsIsAskedAsBoth() throws IOException {
        var dataset = stage.emptyDataset();
        var done = stage.upload(dataset, "images/a.jpg", "", "labels/a.txt", "");
        assertThat(done.added()).isEqualTo(2);
        assertThat(stage.upload(dataset, "images/b.jpg", "", "labels/b.txt", "").added())
                .isEqualTo(2);
    }

    @Test
    void anUploadThatChangesNothingMakesNoGeneration() throws IOException {
        var dataset = stage.emptyDataset();
        stage.upload(dataset, "a.txt", "one");
        var again = stage.upload(dataset, "a.txt", "one");
        assertThat(again.head().generation()).isEqualTo(1);
        assertThat(again).returns(0L, Uploaded::added).returns(1L, Uploaded::unchanged);
    }
}
