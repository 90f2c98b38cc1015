package dev.gotgan.engine.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gotgan.engine.content.LogicalPath;
import dev.gotgan.engine.facts.Format;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What an upload asks before anything is stored.
class UploadQuestionsTest {
    private static final String BOX = "0 0.5 0.5 0.2 0.2\n";

    @ParameterizedTest
    @CsvSource({
        "YOLO, labels/train/a.txt, true",
        "YOLO, img/a.TXT, true",
        "YOLO, data.yaml, true",
        "YOLO, obj.names, true",
        "YOLO, obj.data, true",
        "YOLO, classes.txt, true",
        "YOLO, train.txt, true",
        "YOLO, README.txt, false",
        "YOLO, a.xml, false",
        "YOLO, a.jpg, false",
        "YOLO, evil.exe, false",
        "COCO, annotations/instances_train.json, true",
        "COCO, a.txt, false",
        "PASCAL_VOC, Annotations/a.xml, true",
        "PASCAL_VOC, ImageSets/Main/train.txt, true",
        "PASCAL_VOC, V/SegmentationClass/a.png, true",
        "PASCAL_VOC, V/SegmentationObject/a.png, true",
        "PASCAL_VOC, JPEGImages/a.png, false",
        "PASCAL_VOC, train.txt, false",
        "UNKNOWN, a.txt, true",
        "UNKNOWN, a.xml, true",
        "UNKNOWN, a.json, true",
        "UNKNOWN, SegmentationClass/a.png, true",
        "UNKNOWN, a.png, false",
        "IMAGEFOLDER, a.txt, false",
    })
    void onlyLabelsOfTheFormatMayComeInAnUploadOfLabels(Format format, String path, boolean label) {
        assertThat(LabelPaths.isLabel(format, LogicalPath.of(path))).isEqualTo(label);
    }

    @Test
    void anImageIsKnownByItsFirstBytesWhateverItIsCalled() {
        var png = Pictures.png(3, 3);
        var text = BOX.getBytes(StandardCharsets.UTF_8);
        assertThat(LabelPaths.isImage(png, png.length)).isTrue();
        assertThat(LabelPaths.isImage(Pictures.jpeg(3, 3), 16)).isTrue();
        assertThat(LabelPaths.isImage(text, text.length)).isFalse();
        assertThat(LabelPaths.isMask(Format.PASCAL_VOC, LogicalPath.of("SegmentationClass/a.png")))
                .isTrue();
        assertThat(LabelPaths.isMask(Format.YOLO, LogicalPath.of("SegmentationClass/a.png")))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"my_data, true", "data, true", "train, false", "Images, false", "JPEGImages, false", "VALID, false"})
    void oneWrappingFolderIsStrippedUnlessItsNameSaysSomething(String top, boolean stripped) {
        assertThat(top(yolo(top + "/"))).isEqualTo(stripped ? Optional.of(top) : Optional.empty());
    }

    @Test
    void nothingIsStrippedThatIsNoWrapper() {
        assertThat(top(yolo(""))).isEmpty();
        assertThat(top(yolo("a/").with("LICENSE", "MIT"))).isEmpty();
        assertThat(top(new Upload())).isEmpty();
        assertThat(top(new Upload().with("cat/1.png", Pictures.png(4, 4)).with("cat/2.png", Pictures.png(5, 4))))
                .isEmpty();
        assertThat(top(new Upload().with("photos/1.png", Pictures.png(4, 4)))).isEmpty();
    }

    @Test
    void aWrapperThatPathsInsideCountOnStays() {
        var darknet = new Upload()
                .with("data/obj.data", "train = data/train.txt\nnames = data/obj.names\n")
                .with("data/obj.names", "cat\n")
                .with("data/train.txt", "data/img/a.png\n")
                .with("data/img/a.png", Pictures.png(9, 9))
                .with("data/img/a.txt", BOX);
        assertThat(darknet.analyze().findings()).isEmpty();
        assertThat(top(darknet)).isEmpty();
    }

    @Test
    void classFoldersInsideAWrapperLoseIt() {
        var folders =
                new Upload().with("pets/cat/1.png", Pictures.png(4, 4)).with("pets/dog/2.png", Pictures.png(5, 4));
        assertThat(top(folders)).contains("pets");
    }

    private static Optional<String> top(Upload upload) {
        return new StripTop().find(upload.files(), upload);
    }

    private static Upload yolo(String prefix) {
        return new Upload()
                .with(prefix + "data.yaml", "train: images/train\nnames: [cat]\n")
                .with(prefix + "images/train/a.png", Pictures.png(9, 9))
                .with(prefix + "labels/train/a.txt", BOX);
    }
}
