package dev.gotgan.engine.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.gotgan.engine.facts.Format;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Trees made so that each of very many things has to be held against each of very many others, if anything does that:
/// then these sizes take minutes, and otherwise about a second.
class ManyFilesTest {
    private static final int MANY = 20_000;
    private static final String BOX = "0 0.5 0.5 0.2 0.2\n";

    @ParameterizedTest
    @MethodSource("trees")
    void everyFileIsHeldAgainstAFewOthersAtMost(IntFunction<BigTree> tree, Format expected) {
        var analysis = assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> tree.apply(MANY).analyze());
        assertThat(analysis.format()).isEqualTo(expected);
    }

    static IntStream upTo(int n) {
        return IntStream.range(0, n);
    }

    static List<Arguments> trees() {
        return List.of(
                tree("a config names every folder as a split", Format.YOLO, ManyFilesTest::folderEach),
                tree("a config names one folder again and again", Format.YOLO, ManyFilesTest::folderAgain),
                tree("a list names images of one name", Format.YOLO, ManyFilesTest::listOfOneName),
                tree("labels lie elsewhere, all of one name", Format.YOLO, ManyFilesTest::labelsElsewhere),
                tree("a config in every folder", Format.YOLO, ManyFilesTest::configEach),
                tree("a config without names in every folder", Format.YOLO, ManyFilesTest::namelessConfigs),
                tree("darknet's configs, all with one file of names", Format.YOLO, ManyFilesTest::darknetConfigs),
                tree("paths of many splits that are nowhere", Format.YOLO, ManyFilesTest::lostPaths),
                tree("a path of very many folders", Format.YOLO, ManyFilesTest::longPath),
                tree("a class called by a very long time of day", Format.YOLO, ManyFilesTest::longTime),
                tree("a COCO name that climbs very far", Format.COCO, ManyFilesTest::farClimb),
                tree("COCO lists images of one name", Format.COCO, ManyFilesTest::cocoOfOneName),
                tree("XML of one name", Format.PASCAL_VOC, ManyFilesTest::vocOfOneName),
                tree("ImageSets list one name", Format.PASCAL_VOC, ManyFilesTest::imageSets),
                tree("masks of one name", Format.UNKNOWN, ManyFilesTest::masks),
                tree("every folder is a split", Format.IMAGEFOLDER, ManyFilesTest::splitFolders),
                tree("every path is as deep as can be", Format.IMAGEFOLDER, ManyFilesTest::deep));
    }

    private static Arguments tree(String what, Format expected, IntFunction<BigTree> tree) {
        return Arguments.of(Named.of(what, tree), expected);
    }

    private static String lines(int n, String line) {
        return upTo(n).mapToObj(i -> line.formatted(i)).collect(Collectors.joining());
    }

    private static BigTree folderEach(int n) {
        var tree = new BigTree()
                .label("data.yaml", "names: [cat]\nval: .\ntrain:\n" + lines(n, "- images/d%d\n"))
                .label("labels/d0/x.txt", BOX);
        upTo(n).forEach(i -> tree.image("images/d%d/x.jpg".formatted(i)));
        return tree;
    }

    private static BigTree folderAgain(int n) {
        var tree = new BigTree()
                .label("data.yaml", "names: [cat]\ntrain:\n" + lines(n, "- images\n"))
                .label("labels/x0.txt", BOX);
        upTo(n).forEach(i -> tree.image("images/x%d.jpg".formatted(i)));
        return tree;
    }

    private static BigTree ofOneName(int n) {
        var tree = new BigTree();
        upTo(n).forEach(i -> tree.image("images/d%d/x.jpg".formatted(i)));
        return tree;
    }

    private static BigTree listOfOneName(int n) {
        return ofOneName(n)
                .label("data.yaml", "names: [cat]\ntrain: train.txt\nval: val.txt\n")
                .label("train.txt", lines(n, "/gone/e%d/x.jpg\n"))
                .label("val.txt", lines(n, "/gone/f%d/x\n"))
                .label("labels/d0/x.txt", BOX);
    }

    private static BigTree labelsElsewhere(int n) {
        var tree = ofOneName(n);
        upTo(n).forEach(i -> tree.label("e%d/x.txt".formatted(i), BOX));
        return tree.label("data.yaml", "names: [cat]\ntrain: images\n");
    }

    private static BigTree configEach(int n) {
        var tree = new BigTree();
        upTo(n).forEach(i -> tree.image("d%d/images/x.jpg".formatted(i))
                .label("d%d/labels/x.txt".formatted(i), BOX)
                .label("d%d/data.yaml".formatted(i), "names: [cat]\ntrain: images\n"));
        return tree;
    }

    private static BigTree namelessConfigs(int n) {
        var tree = new BigTree()
                .label("classes.txt", "cat\n")
                .image("images/x.jpg")
                .label("labels/x.txt", BOX);
        upTo(n).forEach(i -> tree.label("d%d/data.yaml".formatted(i), "train: ../images\n")
                .label("d%d/classes.txt".formatted(i), "cat\n"));
        return tree;
    }

    private static BigTree darknetConfigs(int n) {
        var tree = new BigTree()
                .label("obj.names", lines(n, "class%d\n"))
                .label("train.txt", "images/x.jpg\n")
                .image("images/x.jpg")
                .label("labels/x.txt", BOX);
        upTo(n).forEach(i -> tree.label("c%d.data".formatted(i), "names = obj.names\ntrain = train.txt\n"));
        return tree;
    }

    private static BigTree lostPaths(int n) {
        var tree = splitFolders(n);
        return tree.label("data.yaml", "names: [cat]\ntrain:\n" + lines(n / 2, "- train/val/%d/test/gone\n"))
                .image("images/x.jpg")
                .label("labels/x.txt", BOX);
    }

    private static BigTree longPath(int n) {
        return new BigTree()
                .label("data.yaml", "names: [cat]\nval: images\ntrain: " + "train/".repeat(n) + "\n")
                .image("images/x.jpg")
                .label("labels/x.txt", BOX);
    }

    private static BigTree longTime(int n) {
        return new BigTree()
                .label("data.yaml", "names:\n- 1" + ":11".repeat(n) + "\ntrain: images\n")
                .image("images/x.jpg")
                .label("labels/x.txt", BOX);
    }

    private static BigTree farClimb(int n) {
        var climbs = "../".repeat(n) + "./".repeat(n) + "/".repeat(n);
        return new BigTree()
                .image("x.jpg")
                .label("a.json", COCO.formatted("{\"id\":0,\"file_name\":\"" + climbs + "x.jpg\"}"));
    }

    private static final String COCO = "{\"images\":[%s],\"annotations\":[{\"id\":1,\"image_id\":0,\"category_id\":1,"
            + "\"bbox\":[1,1,2,2]}],\"categories\":[{\"id\":1,\"name\":\"cat\"}]}";

    private static BigTree cocoOfOneName(int n) {
        var images = upTo(n).mapToObj(
                        i -> "{\"id\":%d,\"file_name\":\"e%d/%s\"}".formatted(i, i, i % 2 == 0 ? "x.jpg" : "x.png"))
                .collect(Collectors.joining(","));
        return ofOneName(n).label("annotations/instances_all.json", COCO.formatted(images));
    }

    private static final String XML = "<annotation><size><width>64</width><height>48</height></size><object><name>cat"
            + "</name><bndbox><xmin>1</xmin><ymin>1</ymin><xmax>9</xmax><ymax>9</ymax></bndbox></object></annotation>";

    private static BigTree vocOfOneName(int n) {
        var tree = ofOneName(n);
        upTo(n).forEach(i -> tree.label("annotations/e%d/x.xml".formatted(i), XML));
        return tree;
    }

    private static BigTree imageSets(int n) {
        var tree = new BigTree().label("VOC/Annotations/x.xml", XML);
        upTo(n).forEach(i -> tree.image("VOC/JPEGImages/d%d/x.jpg".formatted(i)));
        return tree.label("VOC/ImageSets/Main/train.txt", lines(n, "e%d/x\n"));
    }

    private static BigTree masks(int n) {
        var tree = ofOneName(n);
        upTo(n).forEach(i -> tree.image("masks/d%d/x.png".formatted(i), 65));
        return tree;
    }

    /// `train1`, `Train1`, `tRain1` … are all of them splits.
    private static BigTree splitFolders(int n) {
        var tree = new BigTree();
        upTo(n).forEach(i -> {
            var word = new StringBuilder("train");
            for (int letter = 0; letter < word.length(); letter++) {
                boolean upper = (((i / 2000) >> letter) & 1) == 1;
                var character = word.substring(letter, letter + 1);
                word.replace(letter, letter + 1, upper ? character.toUpperCase(Locale.ROOT) : character);
            }
            tree.image("%s%d/%s/x.jpg".formatted(word, i % 2000, i % 3 == 0 ? "cat" : "dog"));
        });
        return tree;
    }

    private static BigTree deep(int n) {
        var tree = new BigTree();
        var deep = "a/".repeat(90);
        upTo(n / 10).forEach(i -> tree.image("d%d/%sx.jpg".formatted(i, deep)));
        return tree;
    }
}
