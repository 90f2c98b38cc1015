package dev.gotgan.engine.direct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.gotgan.engine.analysis.TooManyFiles;
import dev.gotgan.engine.content.LogicalPath;
import dev.gotgan.engine.content.PathRefused;
import dev.gotgan.engine.content.door.PathDoor;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.direct.names.ForeseeNames.Named;
import dev.gotgan.engine.direct.names.Foreseen;
import dev.gotgan.engine.facts.Analysis;
import dev.gotgan.engine.facts.AnalysisHint;
import dev.gotgan.engine.facts.Format;
import dev.gotgan.engine.upload.UploadMode;
import dev.gotgan.engine.upload.source.UploadRefused;
import dev.gotgan.engine.upload.survey.ShapeRule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What names and sizes alone tell of an upload.
final class ForeseeNamesTest {
    @TempDir
    private Path spool;

    private DirectStage stage;

    @BeforeEach
    void enter() {
        stage = new DirectStage(spool);
    }

    @Test
    void aNewDatasetIsForeseenWithFormatSplitsAndWhichLabelsHaveAnImage() {
        var foreseen = ofNew(
                ShapeRule.AS_SENT,
                "data.yaml",
                "images/train/a.jpg",
                "images/val/b.jpg",
                "labels/train/a.txt",
                "labels/val/gone.txt");
        assertThat(foreseen.changes()).isEqualTo(new Foreseen.Changes(5, 0, 0, 0));
        assertThat(foreseen.analysis().format()).isEqualTo(Format.YOLO);
        assertThat(foreseen.analysis().confidence()).isBetween(0.5, 1.0);
        assertThat(foreseen.analysis().splits())
                .containsExactly(new Analysis.Split("train", 1), new Analysis.Split("val", 1));
        assertThat(foreseen.labels()).isEqualTo(new Foreseen.Labels(1, List.of(LogicalPath.of("labels/val/gone.txt"))));
        assertThat(foreseen.top()).isEmpty();
    }

    @Test
    void theFolderAroundEverythingIsLeftOutAsTheUploadLeavesItOut() {
        String[] wrapped = {
            "cells/cat/a.jpg", "cells/cat/b.jpg", "cells/dog/c.jpg", "cells/dog/d.jpg", "cells/meta.json"
        };
        var foreseen = ofNew(ShapeRule.WITHOUT_WRAPPING_FOLDER, wrapped);
        assertThat(foreseen.top()).isEqualTo("cells/");
        assertThat(foreseen.analysis().format()).isEqualTo(Format.IMAGEFOLDER);
        assertThat(foreseen.analysis().classes()).containsExactly("cat", "dog");
        assertThat(foreseen.changes().added()).as("meta.json is the server's").isEqualTo(4);
        assertThat(ofNew(ShapeRule.AS_SENT, wrapped).top()).isEmpty();
    }

    @Test
    void whatWouldBeLeftOutIsNamed() {
        var foreseen = ofNew(ShapeRule.AS_SENT, "a.jpg", "__MACOSX/._a.jpg", ".DS_Store", "meta.json");
        assertThat(foreseen.changes().added()).isEqualTo(1);
        assertThat(foreseen.remarks())
                .extracting(PathDoor.Notice::code, PathDoor.Notice::count)
                .containsExactlyInAnyOrder(tuple("junk_skipped", 2L), tuple("path_reserved", 1L));
    }

    @Test
    void besideADatasetSizesTellWhatIsReplacedAndWhatMayBeTheSame() throws IOException {
        var dataset = stage.emptyDataset();
        stage.upload(dataset, "cat/a.jpg", "one", "cat/b.jpg", "two", "dog/c.jpg", "three");
        var names = List.of(new Named("cat/a.jpg", 3), new Named("cat/b.jpg", 4), new Named("dog/d.jpg", 1));
        var foreseen = stage.names().into(stage.request(dataset, UploadMode.ADD, Format.UNKNOWN), names);
        assertThat(foreseen.changes()).isEqualTo(new Foreseen.Changes(1, 1, 1, 0));
        assertThat(stage.head(dataset).generation()).as("nothing is changed").isEqualTo(1);
    }

    @Test
    void whereLabelsAreReplacedThoseThatDoNotComeAreCountedAsRemoved() throws IOException {
        var dataset = stage.emptyDataset();
        stage.upload(
                dataset, "images/a.jpg", "a", "labels/a.txt", "0 0.5 0.5 0.1 0.1", "labels/b.txt", "", "n.md", "n");
        var foreseen = labels(dataset, UploadMode.LABELS_REPLACE, "labels/a.txt");
        assertThat(foreseen.changes()).isEqualTo(new Foreseen.Changes(0, 1, 0, 1));
        assertThat(labels(dataset, UploadMode.LABELS_MERGE, "labels/a.txt")
                        .changes()
                        .removed())
                .isZero();
    }

    @Test
    void whatTheUploadWouldRefuseIsRefused() {
        var dataset = stage.emptyDataset();
        assertThatThrownBy(() -> labels(dataset, UploadMode.LABELS_MERGE, "labels/a.txt", "images/a.jpg"))
                .isInstanceOfSatisfying(
                        UploadRefused.class,
                        refused -> assertThat(refused.code()).isEqualTo("labels_only_violation"));
        assertThatThrownBy(() -> ofNew(ShapeRule.AS_SENT, "../a.jpg")).isInstanceOf(PathRefused.class);
        assertThatThrownBy(() -> ofNew(ShapeRule.AS_SENT, ".DS_Store")).isInstanceOf(UploadRefused.class);
        var many = IntStream.range(0, 501).mapToObj(n -> n + ".jpg").toArray(String[]::new);
        assertThatThrownBy(() -> ofNew(ShapeRule.AS_SENT, many)).isInstanceOf(TooManyFiles.class);
        assertThat(ofNew(ShapeRule.AS_SENT, "a.jpg").changes().added())
                .as("the room is given back")
                .isEqualTo(1);
    }

    private Foreseen ofNew(ShapeRule shape, String... paths) {
        return stage.names().ofNew(named(paths), shape, AnalysisHint.NONE);
    }

    private Foreseen labels(DatasetId dataset, UploadMode mode, String... paths) {
        return stage.names().into(stage.request(dataset, mode, Format.YOLO), named(paths));
    }

    private static List<Named> named(String... paths) {
        return Stream.of(paths).map(path -> new Named(path, 1)).toList();
    }
}
