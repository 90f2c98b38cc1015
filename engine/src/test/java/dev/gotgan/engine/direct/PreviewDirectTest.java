package dev.gotgan.engine.direct;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gotgan.engine.commit.ChangeKind;
import dev.gotgan.engine.commit.NewSession.Unsent;
import dev.gotgan.engine.content.LogicalPath;
import dev.gotgan.engine.content.door.PathDoor;
import dev.gotgan.engine.direct.answer.Preview;
import dev.gotgan.engine.facts.Analysis;
import dev.gotgan.engine.facts.Format;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is said of an upload before it is committed.
final class PreviewDirectTest {
    private static final String[] YOLO = {
        "data.yaml", "names: [cat]\ntrain: images/train\nval: images/val\n",
        "images/train/a.jpg", "picture a",
        "images/val/b.jpg", "picture b",
        "labels/train/a.txt", "0 0.5 0.5 0.1 0.1\n",
        "labels/val/b.txt", "0 0.5 0.5 0.2 0.2\n",
        "labels/val/gone.txt", "0 0.5 0.5 0.3 0.3\n",
    };

    @TempDir
    private Path spool;

    private DirectStage stage;

    @BeforeEach
    void enter() {
        stage = new DirectStage(spool);
    }

    @Test
    void namesAloneSayFormatSplitsAndWhichLabelsHaveAnImage() throws IOException {
        var session = stage.begin(stage.emptyDataset());
        stage.plan(session, YOLO);
        var preview = stage.preview(session, Format.UNKNOWN);
        assertThat(preview.exact()).isFalse();
        assertThat(preview.added()).isEqualTo(6);
        assertThat(preview.analysis().format()).isEqualTo(Format.YOLO);
        assertThat(preview.analysis().splits())
                .containsExactly(new Analysis.Split("train", 1), new Analysis.Split("val", 1));
        assertThat(preview.matched()).isEqualTo(2);
        assertThat(preview.orphans()).containsExactly(LogicalPath.of("labels/val/gone.txt"));
    }

    @Test
    void foldersOfClassesAndXmlAreKnownByTheirNamesToo() throws IOException {
        var folders = stage.begin(stage.emptyDataset());
        stage.plan(folders, "cat/a.jpg", "1", "cat/b.jpg", "2", "dog/c.jpg", "3", "dog/d.jpg", "4");
        assertThat(stage.preview(folders, Format.UNKNOWN).analysis().format()).isEqualTo(Format.IMAGEFOLDER);
        assertThat(stage.preview(folders, Format.UNKNOWN).analysis().classes()).containsExactly("cat", "dog");
        var voc = stage.begin(stage.emptyDataset());
        stage.plan(voc, "JPEGImages/a.jpg", "1", "Annotations/a.xml", "<x/>", "Annotations/b.xml", "<y/>");
        var preview = stage.preview(voc, Format.UNKNOWN);
        assertThat(preview.analysis().format()).isEqualTo(Format.PASCAL_VOC);
        assertThat(preview.matched()).isEqualTo(1);
        assertThat(preview.orphans()).containsExactly(LogicalPath.of("Annotations/b.xml"));
    }

    @Test
    void whatIsThereAlreadyIsToldFromWhatIsNewReplacedAndRemoved() throws IOException {
        var dataset = stage.emptyDataset();
        stage.upload(dataset, "a.txt", "one", "b.txt", "two", "c.txt", "three");
        var session = stage.begin(dataset);
        stage.plan(session, "a.txt", "one", "b.txt", "TWO", "d.txt", "four");
        assertThat(stage.preview(session, Format.UNKNOWN, "c.txt", "never.txt"))
                .returns(1L, Preview::added)
                .returns(1L, Preview::changed)
                .returns(1L, Preview::same)
                .returns(1L, Preview::removed);
        assertThat(stage.head(dataset).generation()).as("nothing is changed").isEqualTo(1);
    }

    @Test
    void whereLabelsAreReplacedThoseNotSentAreCountedAsRemoved() throws IOException {
        var dataset = stage.emptyDataset();
        stage.upload(dataset, "labels/a.txt", "0 0.5 0.5 0.1 0.1", "labels/b.txt", "0 0.5 0.5 0.2 0.2", "n.md", "n");
        var session = stage.begin(dataset, ChangeKind.LABELS, Unsent.LABELS_REMOVED, null);
        stage.plan(session, Format.YOLO, "labels/a.txt", "0 0.5 0.5 0.3 0.3");
        assertThat(stage.preview(session, Format.YOLO))
                .returns(0L, Preview::added)
                .returns(1L, Preview::changed)
                .returns(1L, Preview::removed);
    }

    @Test
    void onceEverythingWasSealedItIsWhatTheCommitSays() throws IOException {
        var dataset = stage.emptyDataset();
        var session = stage.begin(dataset);
        var answers = stage.plan(session, YOLO);
        for (int i = 0; i < answers.size(); i++) {
            stage.send(answers.get(i), YOLO[2 * i + 1]);
        }
        stage.seal(session);
        var preview = stage.preview(session, Format.UNKNOWN);
        var committed = stage.commit(session);
        assertThat(preview.exact()).isTrue();
        assertThat(preview.analysis()).isEqualTo(committed.found().orElseThrow());
        assertThat(preview.analysis().images()).as("they are no pictures").isZero();
    }

    @Test
    void leavingsOfAnOperatingSystemAreNamed() throws IOException {
        var session = stage.begin(stage.emptyDataset());
        stage.plan(session, "a.jpg", "1", ".DS_Store", "2");
        assertThat(stage.preview(session, Format.UNKNOWN).remarks())
                .extracting(PathDoor.Notice::code)
                .containsExactly("junk_skipped");
    }
}
