package dev.gotgan.engine.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gotgan.engine.facts.AnalysisHint;
import dev.gotgan.engine.facts.Finding;
import dev.gotgan.engine.facts.Format;
import dev.gotgan.engine.facts.TaskType;
import java.util.List;
import org.junit.jupiter.api.Test;

class DetectionTest {
    private static final String BOX = "0 0.5 0.5 0.2 0.2\n";

    @Test
    void imagesWithoutLabelsBecomeADatasetWhenLabelsArrive() {
        var upload = new Upload().with("images/a.png", Pictures.png(9, 9)).with("images/b.png", Pictures.png(8, 8));
        var named = new AnalysisHint(null, TaskType.OBJECT_DETECTION, null);

        var first = upload.analyze(named);
        assertThat(Tables.summary(first)).isEqualTo("unknown object_detection [] 2 images 0 objects");
        assertThat(first.trainingReady()).isFalse();
        assertThat(first.findings()).extracting(Finding::kind).containsExactly("label_none");

        var third = upload.with("labels/a.txt", BOX)
                .with("labels/b.txt", "")
                .with("data.yaml", "train: images\nnames: [cat]\n")
                .analyze(named);
        assertThat(Tables.summary(third)).isEqualTo("yolo object_detection [cat] 2 images train=2 1 objects");
        assertThat(third.trainingReady()).isTrue();
    }

    @Test
    void anEmptyTreeIsUnknownAndHasNothing() {
        var analysis = new Upload().analyze();
        assertThat(Tables.summary(analysis)).isEqualTo("unknown unknown [] 0 images 0 objects");
        assertThat(analysis.findings()).isEmpty();
        assertThat(analysis.averageWidth()).isZero();
    }

    @Test
    void anUnreadableImageNeverCountsAndClearsReadiness() {
        var analysis = new Upload()
                .with("cat/a.png", Pictures.png(9, 9))
                .with("cat/broken.png", "not a picture at all")
                .with("dog/b.png", Pictures.png(8, 8))
                .analyze();
        assertThat(analysis.images()).isEqualTo(2);
        assertThat(analysis.findings())
                .extracting(f -> f.kind() + " " + f.path())
                .containsExactly("image_type_mismatch cat/broken.png");
        assertThat(analysis.trainingReady()).isFalse();
    }

    @Test
    void twoFormatsInOneFolderAreSaidAndAHintChooses() {
        var coco =
                "{\"images\": [{\"id\": 1, \"file_name\": \"a.png\"}], \"categories\": [{\"id\": 1, \"name\": \"dog\"}],"
                        + "\"annotations\": [{\"id\": 1, \"image_id\": 1, \"category_id\": 1, \"bbox\": [1, 1, 2, 2]}]}";
        var upload = new Upload()
                .with("data.yaml", "train: images/train\nnames: [cat]\n")
                .with("images/train/a.png", Pictures.png(9, 9))
                .with("labels/train/a.txt", BOX)
                .with("annotations/instances_train.json", coco);
        var found = upload.analyze();
        assertThat(found.format()).isEqualTo(Format.YOLO);
        assertThat(found.findings())
                .extracting(f -> f.kind() + " " + f.value())
                .containsExactly("formats_mixed yolo 0.99, coco 0.99");
        assertThat(found.evidence()).hasSize(2);
        assertThat(found.evidence().getLast()).startsWith("runner-up: coco (0.99)");

        var hinted = upload.analyze(new AnalysisHint(Format.COCO, null, null));
        assertThat(Tables.summary(hinted)).isEqualTo("coco object_detection [dog] 1 images train=1 1 objects");
    }

    @Test
    void aHintOverridesAndSaysWhatDoesNotFit() {
        var upload = new Upload().with("cat/a.png", Pictures.png(9, 9)).with("dog/b.png", Pictures.png(8, 8));
        var analysis = upload.analyze(new AnalysisHint(Format.COCO, TaskType.OBJECT_DETECTION, null));
        assertThat(analysis.format()).isEqualTo(Format.COCO);
        assertThat(analysis.images()).isZero();
        assertThat(analysis.confidence()).isZero();
        assertThat(analysis.findings())
                .extracting(Finding::kind)
                .containsExactlyInAnyOrder("format_hint", "image_outside", "image_outside");
    }

    @Test
    void chosenClassNamesReplaceFoundOnesWhereTheyAreAsMany() {
        var upload = new Upload().with("a/1.png", Pictures.png(9, 9)).with("b/2.png", Pictures.png(8, 8));
        assertThat(upload.analyze(new AnalysisHint(null, null, List.of("Cat", "Dog")))
                        .classes())
                .containsExactly("Cat", "Dog");
        var tooFew = upload.analyze(new AnalysisHint(null, null, List.of("Cat")));
        assertThat(tooFew.classes()).containsExactly("a", "b");
        assertThat(tooFew.findings()).extracting(Finding::kind).containsExactly("class_names_hint");
    }

    @Test
    void theSamePictureInTwoSplitsIsALeak() {
        var picture = Pictures.png(9, 9);
        var analysis = new Upload()
                .with("train/cat/a.png", picture)
                .with("train/cat/b.png", picture)
                .with("val/cat/c.png", picture)
                .with("val/dog/d.png", Pictures.png(8, 8))
                .analyze();
        assertThat(analysis.findings())
                .extracting(f -> f.kind() + " " + f.value() + " " + f.count())
                .containsExactlyInAnyOrder("split_leak train/cat/a.png, val/cat/c.png 1", "image_repeated  1");
    }
}
