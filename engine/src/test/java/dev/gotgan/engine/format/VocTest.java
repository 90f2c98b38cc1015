package dev.gotgan.engine.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gotgan.engine.facts.Finding;
import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;

class VocTest {
    @Test
    void theClassicLayoutWithListsPerClassBesidePlainOnes() {
        var analysis = new Upload()
                .with("VOC/Annotations/a.xml", xml("a.jpg", object("cat", 1, 1, 5, 5)))
                .with("VOC/Annotations/b.xml", xml("b.jpg", object("dog", 1, 1, 5, 5) + object("cat", 2, 2, 4, 4)))
                .with("VOC/JPEGImages/a.jpg", Pictures.jpeg(20, 10))
                .with("VOC/JPEGImages/b.jpg", Pictures.jpeg(20, 10))
                .with("VOC/JPEGImages/c.jpg", Pictures.jpeg(21, 10))
                .with("VOC/ImageSets/Main/train.txt", "a\n")
                .with("VOC/ImageSets/Main/val.txt", "b\nmissing\n")
                .with("VOC/ImageSets/Main/trainval.txt", "a\nb\n")
                .with("VOC/ImageSets/Main/cat_train.txt", "a  1\n")
                .with("VOC/ImageSets/Main/cat_val.txt", "b -1\n")
                .analyze();
        assertThat(Tables.summary(analysis))
                .isEqualTo("pascal_voc object_detection [cat, dog] 2 images train=1 val=1 3 objects");
        assertThat(analysis.findings())
                .extracting(f -> f.kind() + " " + f.path() + " " + f.line() + " " + f.value())
                .containsExactlyInAnyOrder(
                        "image_missing VOC/ImageSets/Main/val.txt 2 missing",
                        "image_outside VOC/JPEGImages/c.jpg 0 null",
                        "split_leak VOC/JPEGImages/b.jpg 0 VOC/JPEGImages/a.jpg, VOC/JPEGImages/b.jpg");
    }

    @Test
    void listsPerClassAloneStillSayTheSplits() {
        var analysis = new Upload()
                .with("Annotations/a.xml", xml("", object("cat", 1, 1, 5, 5)))
                .with("Annotations/b.xml", xml("", object("cat", 1, 1, 5, 5)))
                .with("JPEGImages/a.jpg", Pictures.jpeg(20, 10))
                .with("JPEGImages/b.jpg", Pictures.jpeg(22, 10))
                .with("ImageSets/Main/cat_train.txt", "a 1\nb -1\n")
                .with("ImageSets/Main/dog_test.txt", "b 1\n")
                .analyze();
        assertThat(analysis.splits())
                .extracting(split -> split.name() + split.images())
                .containsExactly("train2");
    }

    @Test
    void imagesAndXmlMayLieTogetherInTheFolderOfTheirSplit() {
        var analysis = new Upload()
                .with("train/a.jpg", Pictures.jpeg(20, 10))
                .with("train/a.xml", xml("elsewhere.png", object("cat", 1, 1, 5, 5)))
                .with("valid/a.jpg", Pictures.jpeg(24, 10))
                .with("valid/a.xml", xml("a", object("cat", 1, 1, 5, 5)))
                .with("valid/b.jpg", Pictures.jpeg(25, 10))
                .analyze();
        assertThat(Tables.summary(analysis))
                .isEqualTo("pascal_voc object_detection [cat] 3 images train=1 valid=2 2 objects");
        assertThat(analysis.rows())
                .extracting(row -> row.path() + "→" + row.label())
                .containsExactly("train/a.jpg→train/a.xml", "valid/a.jpg→valid/a.xml", "valid/b.jpg→null");
        assertThat(analysis.findings())
                .extracting(Finding::kind)
                .containsExactlyInAnyOrder("label_missing", "size_mismatch");
    }

    @Test
    void theNameInsideHelpsOnlyWhereTheFileHasNoImageOfItsOwnName() {
        var analysis = new Upload()
                .with("annots/001.xml", xml("photo.jpg", object("cat", 1, 1, 5, 5)))
                .with("annots/b.xml", xml("photo.jpg", object("cat", 1, 1, 5, 5)))
                .with("annots/c.xml", xml("nowhere.jpg", object("cat", 1, 1, 5, 5)))
                .with("images/photo.jpg", Pictures.jpeg(20, 10))
                .with("images/b.jpg", Pictures.jpeg(20, 10))
                .analyze();
        assertThat(analysis.rows())
                .extracting(row -> row.path() + "→" + row.label())
                .containsExactly("images/b.jpg→annots/b.xml", "images/photo.jpg→annots/001.xml");
        assertThat(analysis.findings())
                .extracting(f -> f.kind() + " " + f.path())
                .contains("label_orphan annots/c.xml");
    }

    @Test
    void partsOfAnObjectAreNotObjects() {
        var part =
                "<object><name>person</name><bndbox><xmin>1</xmin><ymin>1</ymin><xmax>9</xmax><ymax>9</ymax></bndbox>"
                        + "<part><name>head</name><bndbox><xmin>2</xmin><ymin>2</ymin><xmax>3</xmax><ymax>3</ymax></bndbox></part>"
                        + "</object>";
        var upload = new Upload().with("a.jpg", Pictures.jpeg(20, 10)).with("a.xml", xml("a.jpg", part));
        assertThat(Tables.summary(upload.analyze()))
                .isEqualTo("pascal_voc object_detection [person] 1 images 1 objects");
        assertThat(upload.annotations()).hasSize(1);
        assertThat(upload.annotations().getFirst().numbers()).containsExactly(1, 1, 8, 8);
    }

    @Test
    void masksAloneAreSemanticSegmentation() {
        var analysis = new Upload()
                .with("JPEGImages/a.jpg", Pictures.jpeg(20, 10))
                .with("JPEGImages/b.jpg", Pictures.jpeg(21, 10))
                .with("SegmentationClass/a.png", Pictures.png(20, 10))
                .with("SegmentationObject/a.png", Pictures.png(20, 11))
                .with("ImageSets/Segmentation/train.txt", "a\nb\n")
                .with("labelmap.txt", "# label:color_rgb:parts:actions\nbackground:0,0,0::\nroad:1,2,3::\n")
                .analyze();
        assertThat(Tables.summary(analysis))
                .isEqualTo("pascal_voc semantic_segmentation [background, road] 2 images train=2 1 objects");
        assertThat(analysis.findings()).extracting(Finding::kind).containsExactly("label_missing");
    }

    @Test
    void mistakesHaveTheirLine() {
        var body = "\n" + object("cat", 5, 5, 1, 1) + "\n" + object("cat", 3, 3, 3, 9) + "\n"
                + object("cat", 1, 1, 99, 9) + "\n" + object("", 1, 1, 2, 2) + "\n" + object("dog", 1, 1, 2, 2) + "\n"
                + object("dog", 1, 1, 2, 2);
        var analysis = new Upload()
                .with("a.jpg", Pictures.jpeg(20, 10))
                .with("a.xml", xml("a.jpg", body))
                .analyze();
        assertThat(analysis.findings())
                .extracting(f -> f.kind() + ":" + f.line())
                .containsExactly(
                        "box_inverted:2",
                        "box_degenerate:3",
                        "box_outside:4",
                        "object_nameless:5",
                        "annotation_repeated:7");
        assertThat(analysis.objects()).isEqualTo(5);
    }

    @Test
    void koreanToolsWriteEucKrAndCp949() {
        var declared = "<?xml version='1.0' encoding='EUC-KR'?>" + xml("a.jpg", object("고양이", 1, 1, 5, 5));
        var silent = xml("a.jpg", object("뷁", 1, 1, 5, 5));
        var said = new Upload()
                .with("a.jpg", Pictures.jpeg(20, 10))
                .with("a.xml", declared.getBytes(Charset.forName("EUC-KR")));
        var unsaid = new Upload()
                .with("a.jpg", Pictures.jpeg(20, 10))
                .with("a.xml", silent.getBytes(Charset.forName("x-windows-949")));
        assertThat(said.analyze().classes()).containsExactly("고양이");
        assertThat(said.analyze().findings()).isEmpty();
        assertThat(unsaid.analyze().classes()).containsExactly("뷁");
        assertThat(unsaid.analyze().findings()).extracting(Finding::kind).containsExactly("label_encoding");
    }

    private static String xml(String fileName, String objects) {
        var file = fileName.isEmpty() ? "" : "<filename>" + fileName + "</filename>";
        return "<annotation>" + file + "<size><width>20</width><height>10</height></size>" + objects + "</annotation>";
    }

    private static String object(String name, int xmin, int ymin, int xmax, int ymax) {
        return "<object><name>%s</name><bndbox><xmin>%d</xmin><ymin>%d</ymin><xmax>%d</xmax><ymax>%d</ymax></bndbox></object>"
                .formatted(name, xmin, ymin, xmax, ymax);
    }
}
