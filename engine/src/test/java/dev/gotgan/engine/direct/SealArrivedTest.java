package dev.gotgan.engine.direct;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gotgan.engine.commit.SessionId;
import dev.gotgan.engine.content.LogicalPath;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.direct.PlanDirect.Answer;
import dev.gotgan.engine.store.CountingStore.Verb;
import dev.gotgan.engine.store.DirectUpload;
import dev.gotgan.engine.store.StoreLayout;
import dev.gotgan.engine.store.StoreTrust;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is asked of a store to find out what arrived.
final class SealArrivedTest {
    @TempDir
    Path spool;

    private DirectStage stage;
    private DatasetId dataset;
    private SessionId session;

    @BeforeEach
    void enter() {
        enter(StoreTrust.of(DirectUpload.LIVE, true, false));
    }

    private void enter(StoreTrust trust) {
        stage = new DirectStage(spool, trust);
        dataset = stage.emptyDataset();
        session = stage.begin(dataset);
    }

    /// Paths and texts of so many files.
    private static String[] files(int count) {
        return IntStream.range(0, count)
                .boxed()
                .flatMap(i -> List.of("f%04d".formatted(i), "text " + i).stream())
                .toArray(String[]::new);
    }

    private void send(List<Answer> answers, String... files) {
        for (int i = 0; i < answers.size(); i++) {
            stage.send(answers.get(i), files[2 * i + 1]);
        }
    }

    @Test
    void manyFilesAreSealedByAListAndNoneIsRead() {
        var files = files(1500);
        send(stage.plan(session, files), files);
        stage.store.reset();
        assertThat(stage.seal(session).missing()).isEmpty();
        assertThat(stage.store.count(Verb.LIST)).isEqualTo(2);
        assertThat(stage.store.count(Verb.HEAD)).isZero();
        assertThat(stage.store.count(Verb.READ)).isZero();
    }

    @Test
    void fewFilesAreAskedForOneByOneAndNoneIsRead() {
        var files = files(3);
        send(stage.plan(session, files), files);
        stage.store.reset();
        assertThat(stage.seal(session).missing()).isEmpty();
        assertThat(stage.store.count(Verb.HEAD)).isEqualTo(3);
        assertThat(stage.store.count(Verb.LIST)).isZero();
        assertThat(stage.store.count(Verb.READ)).isZero();
    }

    @Test
    void whatDidNotArriveIsMissingWhereAListIsAsked() {
        var files = files(400);
        var answers = stage.plan(session, files);
        for (int i = 0; i < 400; i += 2) {
            stage.send(answers.get(i), files[2 * i + 1]);
        }
        assertThat(stage.seal(session).missing()).hasSize(200).contains(LogicalPath.of("f0001"));
        stage.store.reset();
        assertThat(stage.seal(session).missing()).hasSize(200);
        assertThat(stage.store.count(Verb.LIST)).isEqualTo(1);
        assertThat(stage.store.count(Verb.HEAD)).isZero();
    }

    @Test
    void somethingElseOfTheSameSizeIsReadAndFoundOut() throws IOException {
        stage.plan(session, "a", "planned");
        stage.put(StoreLayout.live(StoreLayout.livePrefix(dataset), LogicalPath.of("a")), "another");
        assertThat(stage.seal(session).missing()).containsExactly(LogicalPath.of("a"));
        send(stage.plan(session, "a", "planned"), "a", "planned");
        assertThat(stage.seal(session).missing()).isEmpty();
        assertThat(stage.commit(session).added()).isEqualTo(1);
    }

    @Test
    void aStoreWhoseEtagsSayNothingIsRead() {
        enter(StoreTrust.of(DirectUpload.LIVE, false, false));
        var files = files(300);
        send(stage.plan(session, files), files);
        stage.store.reset();
        assertThat(stage.seal(session).missing()).isEmpty();
        assertThat(stage.store.count(Verb.LIST)).isZero();
        assertThat(stage.store.count(Verb.READ)).isEqualTo(300);
    }

    @Test
    void aListingThatMeetsTooManyOthersIsGivenUp() {
        var others = files(9000);
        for (int i = 0; i < 9000; i++) {
            stage.put(
                    StoreLayout.live(
                            StoreLayout.livePrefix(dataset), LogicalPath.of("f%04d".formatted(i % 10) + "/x" + i)),
                    others[1]);
        }
        var mine = IntStream.range(0, 200)
                .boxed()
                .flatMap(i -> List.of((i < 100 ? "a" : "z") + i, "mine " + i).stream())
                .toArray(String[]::new);
        send(stage.plan(session, mine), mine);
        stage.store.reset();
        assertThat(stage.seal(session).missing()).isEmpty();
        assertThat(stage.store.count(Verb.LIST)).isEqualTo(5);
        assertThat(stage.store.count(Verb.HEAD)).isEqualTo(100);
        assertThat(stage.store.count(Verb.READ)).isZero();
    }
}
