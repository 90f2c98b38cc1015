package dev.gotgan.engine.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gotgan.engine.facts.Analysis;
import dev.gotgan.engine.facts.Finding;
import dev.gotgan.engine.facts.Format;
import dev.gotgan.engine.facts.TaskType;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YoloTest {
    private static final String BOX = "0 0.5 0.5 0.2 0.2\n";

    @Test
    void theSplitMayBeTheOuterOrTheInnerFolder() {
        var inner = new Upload()
                .with("data.yaml", "train: images/train\nval: images/val\nnames: {0: cat}\n")
                .with("images/train/a.png", Pictures.png(9, 9))
                .with("labels/train/a.txt", BOX)
                .with("images/val/b.png", Pictures.png(8, 8))
                .with("labels/val/b.txt", BOX);
        var outer = new Upload()
                .with("data.yaml", "train: train/images\nval: valid/images\nnames: [cat]\n")
                .with("train/images/a.png", Pictures.png(9, 9))
                .with("train/labels/a.txt", BOX)
                .with("valid/images/b.png", Pictures.png(8, 8))
                .with("valid/labels/b.txt", BOX);
        assertThat(summary(inner.analyze())).isEqualTo("yolo object_detection [cat] 2 images train=1 val=1 2 objects");
        assertThat(summary(outer.analyze()))
                .isEqualTo("yolo object_detection [cat] 2 images train=1 valid=1 2 objects");
        assertThat(inner.analyze().findings()).isEmpty();
        assertThat(outer.analyze().findings()).isEmpty();
    }

    @Test
    void aLabelWhoseFirstLineNeverEndsIsNamedOnce() {
        var analysis = new Upload()
                .with("data.yaml", "train: images/train\nnames: [cat]\n")
                .with("images/train/a.png", Pictures.png(9, 9))
                .with("labels/train/a.txt", "these are words ".repeat(400))
                .with("images/train/b.png", Pictures.png(8, 8))
                .with("labels/train/b.txt", BOX)
                .analyze();
        assertThat(analysis.findings()).extracting(Finding::kind).containsExactly("label_too_large");
        assertThat(analysis.findings()).extracting(Finding::count).containsExactly(1L);
    }

    @ParameterizedTest
    @CsvSource({
        "images/train, 0",
        "./images/train/, 0",
        "../images/train, 1",
        "/home/me/datasets/pets/images/train, 1",
        "C:\\pets\\images\\train, 1",
        "images\\train, 0",
        "pets/images/train, 1",
        "images/training, 1",
        "images/train/a.png, 0",
    })
    void aPathThatWasTrueElsewhereIsRecovered(String written, int inexact) {
        var analysis = new Upload()
                .with("data.yaml", "train: '" + written + "'\nnames: [cat]\n")
                .with("images/train/a.png", Pictures.png(9, 9))
                .with("labels/train/a.txt", BOX)
                .analyze();
        assertThat(summary(analysis)).isEqualTo("yolo object_detection [cat] 1 images train=1 1 objects");
        assertThat(analysis.findings()).hasSize(inexact).allMatch(f -> f.kind().equals("path_recovered"));
    }

    @ParameterizedTest
    @CsvSource({
        "/etc/passwd, path_outside",
        "../../other, path_outside",
        "http://x/y, path_url",
        "nowhere, path_missing"
    })
    void aPathThatMeansNothingHereIsSaidAndTheFoldersSpeak(String written, String kind) {
        var analysis = new Upload()
                .with("data.yaml", "train: " + written + "\nnames: [cat]\n")
                .with("images/train/a.png", Pictures.png(9, 9))
                .with("labels/train/a.txt", BOX)
                .analyze();
        assertThat(analysis.findings()).extracting(Finding::kind).containsExactly(kind);
        assertThat(summary(analysis)).isEqualTo("yolo object_detection [cat] 1 images train=1 1 objects");
    }

    @Test
    void aListFileNamesTheImagesOfASplit() {
        var analysis = new Upload()
                .with("data.yaml", "path: ../pets\ntrain: train.txt\nval: lists/val.txt\nnames: [cat]\n")
                .with("train.txt", "./images/a.png\n./images/b.png\nimages/gone.png\n")
                .with("lists/val.txt", "/mnt/pets/images/c.png\r\n")
                .with("images/a.png", Pictures.png(9, 9))
                .with("images/b.png", Pictures.png(8, 8))
                .with("images/c.png", Pictures.png(7, 7))
                .with("images/d.png", Pictures.png(6, 6))
                .with("labels/a.txt", BOX)
                .with("labels/b.txt", BOX)
                .with("labels/c.txt", BOX)
                .analyze();
        assertThat(summary(analysis)).isEqualTo("yolo object_detection [cat] 3 images train=2 val=1 3 objects");
        assertThat(analysis.findings())
                .extracting(f -> f.kind() + " " + f.path() + " " + f.line())
                .containsExactlyInAnyOrder(
                        "image_missing train.txt 3", "image_outside images/d.png 0", "path_recovered data.yaml 0");
    }

    @Test
    void withoutAnyConfigTheLabelsSpeakForThemselves() {
        var analysis = new Upload()
                .with("images/a.png", Pictures.png(9, 9))
                .with("labels/a.txt", "2 0.5 0.5 0.2 0.2\n")
                .analyze();
        assertThat(summary(analysis)).isEqualTo("yolo object_detection [0, 1, 2] 1 images 1 objects");
        assertThat(analysis.findings())
                .extracting(Finding::kind)
                .containsExactlyInAnyOrder("names_missing", "class_unused");
    }

    @Test
    void namesMayStandInClassesTxtBesideTheLabels() {
        var analysis = new Upload()
                .with("classes.txt", "cat\ndog\n")
                .with("a.png", Pictures.png(9, 9))
                .with("a.txt", "1 0.5 0.5 0.2 0.2\n0 0.1 0.1 0.1 0.1\n")
                .analyze();
        assertThat(summary(analysis)).isEqualTo("yolo object_detection [cat, dog] 1 images 2 objects");
        assertThat(analysis.rows().getFirst().classes()).containsExactly(0, 1);
    }

    @ParameterizedTest
    @CsvSource({
        "0 0.5 0.5 0.2 0.2, object_detection",
        "0 0.1 0.1 0.9 0.1 0.5 0.9, instance_segmentation",
        "0 0.1 0.1 0.9 0.2 0.8 0.9 0.0 0.8, oriented_detection",
        "0 0.1 0.1 0.9 0.2 0.3 0.9 0.0 0.8, instance_segmentation",
        "0 0.5 0.5 0.2 0.2 0.5 0.5 2 0.6 0.6 2 0.4 0.4 1, keypoint_detection",
    })
    void theTaskIsSaidByTheColumns(String line, TaskTypeName task) {
        var analysis = new Upload()
                .with("images/a.png", Pictures.png(9, 9))
                .with("labels/a.txt", line + "\n")
                .analyze();
        assertThat(analysis.taskType()).isEqualTo(task.type());
        assertThat(analysis.objects()).isOne();
    }

    /// Reads wire names in tables.
    enum TaskTypeName {
        object_detection,
        instance_segmentation,
        oriented_detection,
        keypoint_detection;

        TaskType type() {
            return TaskType.find(name()).orElseThrow();
        }
    }

    @Test
    void keypointsOfTwoNumbersAreKnownByTheYaml() {
        var analysis = new Upload()
                .with("data.yaml", "train: images\nkpt_shape: [3, 2]\nnames: [p]\n")
                .with("images/a.png", Pictures.png(9, 9))
                .with("labels/a.txt", "0 0.13 0.3 0.26 0.2 0.1 0.2 0.3 0.4 0.5 0.6\n")
                .analyze();
        assertThat(analysis.taskType()).isEqualTo(TaskType.KEYPOINT_DETECTION);
    }

    @Test
    void everyMistakeHasItsFileAndLine() {
        var analysis = new Upload()
                .with("data.yaml", "train: images/train\nnc: 3\nnames: [cat, dog]\ndownload: https://x/y.zip\n")
                .with("images/train/a.png", Pictures.png(9, 9))
                .with(
                        "labels/train/a.txt",
                        BOX + "9 0.5 0.5 0.2 0.2\n" + "0 0.5 0.5 0 0.2\n" + "0 0.5 0.5 -0.1 0.2\n" + "oops\n"
                                + "0 0.95 0.5 0.2 0.2\n" + BOX)
                .with("images/train/b.png", Pictures.png(8, 8))
                .with("labels/train/c.txt", BOX)
                .analyze();
        assertThat(analysis.findings())
                .extracting(f -> "%s %s:%d".formatted(f.kind(), f.path(), f.line()))
                .containsExactlyInAnyOrder(
                        "yaml_ignored_directive data.yaml:0",
                        "names_count data.yaml:0",
                        "class_unknown labels/train/a.txt:2",
                        "box_degenerate labels/train/a.txt:3",
                        "box_inverted labels/train/a.txt:4",
                        "label_syntax labels/train/a.txt:5",
                        "box_outside labels/train/a.txt:6",
                        "annotation_repeated labels/train/a.txt:7",
                        "label_missing images/train/b.png:0",
                        "label_orphan labels/train/c.txt:0",
                        "class_unused null:0");
        assertThat(analysis.objects()).isEqualTo(6);
        assertThat(analysis.labelledImages()).isOne();
        assertThat(analysis.trainingReady()).isTrue();
    }

    @Test
    void aReadmeAmongTheLabelsIsNoLabel() {
        var analysis = new Upload()
                .with("data.yaml", "train: images\nnames: [cat]\n")
                .with("images/a.png", Pictures.png(9, 9))
                .with("labels/a.txt", BOX)
                .with("labels/README.txt", "Made by hand in 2024, with 5 people, 3 days and 2 tools\n")
                .with("README.txt", "Hello\n")
                .analyze();
        assertThat(analysis.findings()).isEmpty();
    }

    @Test
    void annotationsComeOutWithTheirCornersAndClasses() {
        var upload = new Upload().with("labels/a.txt", "3 0.5 0.5 0.2 0.4\n1 0 0 1 0 1 1\n");
        assertThat(upload.annotations())
                .extracting(a ->
                        "%d %s %s %s".formatted(a.ordinal(), a.classRef(), a.shape(), Arrays.toString(a.numbers())))
                .containsExactly("0 3 box [0.4, 0.3, 0.2, 0.4]", "1 1 polygon [0.0, 0.0, 1.0, 0.0, 1.0, 1.0]");
        assertThat(upload.annotations())
                .allMatch(a -> a.normalised() && a.imageRef().isEmpty());
    }

    private static String summary(Analysis analysis) {
        assertThat(analysis.format()).isEqualTo(Format.YOLO);
        return Tables.summary(analysis);
    }
}
