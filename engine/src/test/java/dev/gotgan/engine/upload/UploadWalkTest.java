package dev.gotgan.engine.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gotgan.engine.commit.ChangeKind;
import dev.gotgan.engine.commit.CommitRefused;
import dev.gotgan.engine.commit.NewSession;
import dev.gotgan.engine.commit.WriteSessions;
import dev.gotgan.engine.content.PathRefused;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.facts.Format;
import dev.gotgan.engine.store.StoreException;
import dev.gotgan.engine.upload.source.UploadRefused;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UploadWalkTest {
    @TempDir
    Path folder;

    private UploadStage stage;
    private DatasetId cats;

    @BeforeEach
    void given() {
        stage = new UploadStage(folder);
        cats = stage.emptyDataset();
    }

    @Test
    void whatArrivesIsCommittedPublishedAndReadBack() throws IOException {
        var uploaded = stage.upload(cats, UploadMode.ADD, Map.of("a.jpg", "one", "b/c.txt", "two"));
        assertThat(uploaded.added()).isEqualTo(2);
        assertThat(uploaded.head().generation()).isEqualTo(1);
        stage.publish(cats);
        assertThat(stage.liveTree(cats)).isEqualTo(Map.of("a.jpg", "one", "b/c.txt", "two"));
        assertThat(stage.read(cats, 1, "a.jpg")).isEqualTo("one");
    }

    @Test
    void aFirstUploadWritesEachFileOnceAndStraightToItsPlace() throws IOException {
        stage.upload(cats, UploadMode.ADD, Map.of("a.jpg", "one", "b.jpg", "one", "c.jpg", "three"));
        assertThat(stage.history()).isEmpty();
        assertThat(stage.liveTree(cats)).hasSize(3);
    }

    @Test
    void aReaderOfTheOldGenerationIsNotDisturbedByAnOverwrite() throws IOException {
        stage.upload(cats, UploadMode.ADD, Map.of("a.jpg", "one", "b.jpg", "same"));
        stage.upload(cats, UploadMode.ADD, Map.of("a.jpg", "two"));
        // the publisher has not run yet
        assertThat(stage.read(cats, 1, "a.jpg")).isEqualTo("one");
        assertThat(stage.read(cats, 2, "a.jpg")).isEqualTo("two");
        stage.publish(cats);
        assertThat(stage.read(cats, 1, "a.jpg")).isEqualTo("one");
        assertThat(stage.read(cats, 2, "a.jpg")).isEqualTo("two");
        assertThat(stage.liveTree(cats)).isEqualTo(Map.of("a.jpg", "two", "b.jpg", "same"));
    }

    @Test
    void sendingTheSameAgainMakesNoGenerationAndNoObject() throws IOException {
        stage.upload(cats, UploadMode.ADD, Map.of("a.jpg", "one"));
        long writes = stage.writes();
        var again = stage.upload(cats, UploadMode.ADD, Map.of("a.jpg", "one"));
        assertThat(again.head().generation()).isEqualTo(1);
        assertThat(again.unchanged()).isEqualTo(1);
        assertThat(stage.writes()).isEqualTo(writes);
    }

    @Test
    void oneContentAtManyPathsIsSentOnce() throws IOException {
        stage.upload(cats, UploadMode.ADD, Map.of("first.txt", "first"));
        long writes = stage.writes();
        stage.upload(cats, UploadMode.ADD, Map.of("a.txt", "", "b.txt", "", "c.txt", ""));
        assertThat(stage.writes() - writes).isEqualTo(1);
        stage.publish(cats);
        assertThat(stage.liveTree(cats)).hasSize(4);
    }

    @Test
    void aRefusedPathRefusesTheWholeUploadAndStoresNothing() {
        assertThatThrownBy(() -> stage.upload(cats, UploadMode.ADD, Map.of("good.jpg", "1", "../evil.jpg", "2")))
                .isInstanceOf(PathRefused.class);
        assertThat(stage.everything()).isEmpty();
        assertThat(stage.head(cats).generation()).isZero();
    }

    @Test
    void labelsOnlyRefusesAnythingElseAndChangesNothing() throws IOException {
        stage.upload(cats, UploadMode.ADD, Map.of("images/a.jpg", "one"));
        assertThatThrownBy(() -> stage.upload(
                        cats,
                        UploadMode.LABELS_MERGE,
                        Map.of("labels/a.txt", "0 0.5 0.5 0.1 0.1", "labels/b.txt", "\u00ff\u00d8\u00ff\u00e0 jpeg")))
                .isInstanceOfSatisfying(UploadRefused.class, e -> {
                    assertThat(e.code()).isEqualTo("labels_only_violation");
                    assertThat(e.offences())
                            .extracting(UploadRefused.Offence::path)
                            .containsExactly("labels/b.txt");
                });
        assertThat(stage.head(cats).generation()).isEqualTo(1);
    }

    @Test
    void labelsOnlyOfAnImagefolderIsUnsupported() {
        assertThatThrownBy(() -> stage.upload(cats, UploadMode.LABELS_MERGE, Format.IMAGEFOLDER, Map.of("a.txt", "")))
                .isInstanceOfSatisfying(
                        UploadRefused.class, e -> assertThat(e.code()).isEqualTo("labels_only_unsupported"));
    }

    @Test
    void replacingLabelsRemovesThoseThatWereNotSentAndNoImage() throws IOException {
        stage.upload(
                cats,
                UploadMode.ADD,
                Map.of("images/a.jpg", "one", "labels/a.txt", "0 0.5 0.5 0.1 0.1", "labels/b.txt", ""));
        var replaced = stage.upload(cats, UploadMode.LABELS_REPLACE, Map.of("labels/a.txt", "1 0.5 0.5 0.1 0.1"));
        assertThat(replaced.removed()).isEqualTo(1);
        assertThat(replaced.changed()).isEqualTo(1);
        stage.publish(cats);
        assertThat(stage.liveTree(cats)).containsOnlyKeys("images/a.jpg", "labels/a.txt");
    }

    @Test
    void aStoreThatFailsHalfWayLeavesTheHeadAndNothingBehind() throws IOException {
        stage.upload(cats, UploadMode.ADD, Map.of("a.jpg", "one"));
        stage.publish(cats);
        var before = stage.everything();
        stage.failAfterWrites(1);
        assertThatThrownBy(() -> stage.upload(cats, UploadMode.ADD, Map.of("b.jpg", "2", "c.jpg", "3", "d.jpg", "4")))
                .isInstanceOf(StoreException.class);
        stage.failAfterWrites(Integer.MAX_VALUE);
        assertThat(stage.head(cats).generation()).isEqualTo(1);
        stage.sweep();
        assertThat(stage.everything()).isEqualTo(before);
    }

    @Test
    void aFirstUploadThatFailsGivesItsPlacesBack() throws IOException {
        stage.failAfterWrites(1);
        assertThatThrownBy(() -> stage.upload(cats, UploadMode.ADD, Map.of("b.jpg", "2", "c.jpg", "3")))
                .isInstanceOf(StoreException.class);
        stage.failAfterWrites(Integer.MAX_VALUE);
        stage.sweep();
        assertThat(stage.liveTree(cats)).isEmpty();
        stage.upload(cats, UploadMode.ADD, Map.of("b.jpg", "again"));
        stage.publish(cats);
        assertThat(stage.liveTree(cats)).isEqualTo(Map.of("b.jpg", "again"));
    }

    @Test
    void aForeignFileAtTheFirstPlaceIsLeftAloneAndReported() throws IOException {
        stage.putFromOutside(cats, "a.jpg", "somebody else's");
        stage.upload(cats, UploadMode.ADD, Map.of("a.jpg", "ours"));
        stage.publish(cats);
        assertThat(stage.read(cats, 1, "a.jpg")).isEqualTo("ours");
        assertThat(stage.liveTree(cats)).isEqualTo(Map.of("a.jpg", "somebody else's"));
    }

    @Test
    void deletedFilesGoFromTheLiveTreeAndStayInTheirGeneration() throws IOException {
        stage.upload(cats, UploadMode.ADD, Map.of("a.jpg", "one", "b.jpg", "two"));
        assertThat(stage.delete(cats, "a.jpg", "never-there.jpg").removed()).isEqualTo(1);
        stage.publish(cats);
        assertThat(stage.liveTree(cats)).isEqualTo(Map.of("b.jpg", "two"));
        assertThat(stage.read(cats, 1, "a.jpg")).isEqualTo("one");
    }

    @Test
    void aFileMayTakeTheNameOfAFolderThatIsGone() throws IOException {
        stage.upload(cats, UploadMode.ADD, Map.of("a/b.jpg", "one"));
        stage.delete(cats, "a/b.jpg");
        stage.upload(cats, UploadMode.ADD, Map.of("a", "file"));
        stage.publish(cats);
        assertThat(stage.liveTree(cats)).isEqualTo(Map.of("a", "file"));
    }

    @Test
    void aPathThatAnotherUploadHoldsIsWaitedForAndThenNamed() throws IOException {
        var other = stage.sessions()
                .open(new NewSession(cats, stage.actor(), ChangeKind.UPLOAD, "", NewSession.Driver.CLIENT));
        stage.plan(other, "a.jpg", "theirs");
        assertThatThrownBy(() -> stage.upload(cats, UploadMode.ADD, Map.of("a.jpg", "ours")))
                .isInstanceOfSatisfying(
                        CommitRefused.PathHeld.class,
                        e -> assertThat(e.holder()).isEqualTo(other));
        assertThat(stage.waited().toSeconds()).isGreaterThanOrEqualTo(30);
        stage.sessions().abort(other);
        stage.sweep();
        stage.upload(cats, UploadMode.ADD, Map.of("a.jpg", "ours"));
        assertThat(stage.read(cats, 1, "a.jpg")).isEqualTo("ours");
    }

    @Test
    void whatTheServerWasSendingWhenItDiedIsSweptAtItsNextStart() throws IOException {
        stage.upload(cats, UploadMode.ADD, Map.of("a.jpg", "one"));
        stage.publish(cats);
        var before = stage.everything();
        stage.dieWhileSending(cats, "b.jpg", "half");
        assertThat(stage.everything()).isNotEqualTo(before);
        stage.sessions().abortExpired(WriteSessions.Driverless.EXPIRED_AND_SERVER_DRIVEN);
        stage.sweep();
        assertThat(stage.everything()).isEqualTo(before);
    }
}
