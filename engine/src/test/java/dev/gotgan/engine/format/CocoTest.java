package dev.gotgan.engine.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gotgan.engine.facts.Annotation;
import dev.gotgan.engine.facts.Finding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class CocoTest {
    private static final String INFO = "\"info\": {\"year\": 2025}";
    private static final String IMAGES = """
            "images": [{"id": 7, "file_name": "a.png", "width": 40, "height": 30},
                       {"id": 9, "file_name": "b.png", "width": 20, "height": 10}]""";
    private static final String CATEGORIES = """
            "categories": [{"id": 3, "name": "cat"}, {"id": 90, "name": "dog"}, {"id": 0, "name": "bg"}]""";
    private static final String ANNOTATIONS = """
            "annotations": [
              {"id": 1, "image_id": 7, "category_id": 90, "bbox": [1, 2, 3, 4], "iscrowd": 0},
              {"id": 2, "image_id": 7, "category_id": 3, "bbox": [30, 20, 30, 30]},
              {"id": 3, "image_id": 9, "category_id": 3, "bbox": [0, 0, 5, 5], "segmentation": [[0,0,5,0,5,5,0,5]]},
              {"id": 4, "image_id": 8, "category_id": 3, "bbox": [0, 0, 5, 5]}]""";

    @Test
    void theOrderOfKeysDoesNotMatter() {
        var orders = permutations(List.of(INFO, IMAGES, CATEGORIES, ANNOTATIONS));
        assertThat(orders).hasSize(24);
        for (var order : orders) {
            var upload = dataset("{" + String.join(",", order) + "}");
            var analysis = upload.analyze();
            assertThat(Tables.summary(analysis))
                    .isEqualTo("coco object_detection [cat, dog, bg] 2 images train=2 3 objects");
            assertThat(analysis.rows())
                    .extracting(row -> row.labelRef() + " " + row.objects() + " " + row.classes())
                    .containsExactly("7 2 [0, 1]", "9 1 [0]");
            assertThat(analysis.findings())
                    .extracting(Finding::kind)
                    .containsExactlyInAnyOrder("box_outside", "image_id_unknown", "class_unused");
            assertThat(upload.annotations())
                    .extracting(CocoTest::text)
                    .containsExactlyInAnyOrder(
                            "7 90 box [1.0, 2.0, 3.0, 4.0]",
                            "7 3 box [30.0, 20.0, 30.0, 30.0]",
                            "9 3 polygon [0.0, 0.0, 5.0, 0.0, 5.0, 5.0, 0.0, 5.0]",
                            "8 3 box [0.0, 0.0, 5.0, 5.0]");
        }
    }

    @Test
    void captionsAndKeypointsBesideInstancesOnlyConfirmTheImages() {
        var analysis = dataset("{" + IMAGES + "," + CATEGORIES + "," + ANNOTATIONS + "}")
                .with(
                        "annotations/captions_train.json",
                        "{" + IMAGES + ", \"annotations\": [{\"id\": 1, \"image_id\": 7, \"caption\": \"a cat\"}]}")
                .with(
                        "annotations/image_info_test.json",
                        "{\"images\": [{\"id\": 1, \"file_name\": \"c.png\"}], \"categories\": []}")
                .with("images/test/c.png", Pictures.png(5, 5))
                .analyze();
        assertThat(Tables.summary(analysis))
                .isEqualTo("coco object_detection [cat, dog, bg] 3 images train=2 test=1 3 objects");
    }

    @Test
    void segmentationOfAllObjectsIsInstanceSegmentationUnlessItRepeatsTheBox() {
        var shape = annotation("\"segmentation\": [[0,0,9,0,4,9]]");
        var box = annotation("\"segmentation\": [[1,2,4,2,4,6,1,6]]");
        assertThat(dataset(shape).analyze().taskType().wire()).isEqualTo("instance_segmentation");
        assertThat(dataset(box).analyze().taskType().wire()).isEqualTo("object_detection");
    }

    @Test
    void keypointsOfMostObjectsAreKeypointDetection() {
        var pose = annotation("\"keypoints\": [1,2,2,3,4,1], \"num_keypoints\": 2");
        assertThat(dataset(pose).analyze().taskType().wire()).isEqualTo("keypoint_detection");
    }

    @Test
    void categoriesOfWholeImagesAreClassification() {
        var labels = "{" + IMAGES + "," + CATEGORIES
                + ", \"annotations\": [{\"id\": 1, \"image_id\": 7, \"category_id\": 3}]}";
        assertThat(Tables.summary(dataset(labels).analyze()))
                .isEqualTo("coco image_classification [cat, dog, bg] 2 images train=2 1 objects");
    }

    @Test
    void panopticPicturesAreNoImagesOfTheDataset() {
        var panoptic = "{" + IMAGES + "," + CATEGORIES
                + ", \"annotations\": [{\"image_id\": 7, \"file_name\": \"a.png\", \"segments_info\": "
                + "[{\"id\": 5, \"category_id\": 3}, {\"id\": 6, \"category_id\": 90}]}]}";
        var analysis = new Upload()
                .with("annotations/panoptic_val.json", panoptic)
                .with("annotations/panoptic_val/a.png", Pictures.png(39, 30))
                .with("images/val/a.png", Pictures.png(40, 30))
                .with("images/val/b.png", Pictures.png(20, 10))
                .analyze();
        assertThat(Tables.summary(analysis))
                .isEqualTo("coco instance_segmentation [cat, dog, bg] 2 images val=2 2 objects");
        assertThat(analysis.findings()).extracting(Finding::kind).containsExactly("class_unused");
    }

    @Test
    void imagesAreFoundBesideTheFileInImagesInTheSplitOrByName() {
        for (var folder : List.of("annotations/", "images/train/", "images/", "train/", "", "pictures/2020/")) {
            var analysis = new Upload()
                    .with("annotations/instances_train.json", "{" + IMAGES + "," + CATEGORIES + "," + ANNOTATIONS + "}")
                    .with(folder + "a.png", Pictures.png(40, 30))
                    .with(folder + "b.png", Pictures.png(20, 10))
                    .analyze();
            assertThat(analysis.images()).as(folder).isEqualTo(2);
        }
    }

    @Test
    void theSplitOfAFileIsWhereEqualNamesAreLookedForFirst() {
        var upload = new Upload();
        for (var split : List.of("train2017", "val2017")) {
            upload.with("annotations/instances_" + split + ".json", annotation("\"area\": 1"))
                    .with(split + "/a.png", Pictures.png(split.length() + 40, 30));
        }
        assertThat(Tables.summary(upload.analyze()))
                .isEqualTo("coco object_detection [cat, dog, bg] 2 images train2017=1 val2017=1 2 objects");
    }

    @Test
    void whatIsListedButAbsentAndWhatIsPresentButUnlistedIsSaid() {
        var analysis = new Upload()
                .with("_annotations.coco.json", annotation("\"area\": 1"))
                .with("a.png", Pictures.png(41, 30))
                .with("c.png", Pictures.png(5, 5))
                .analyze();
        assertThat(analysis.findings())
                .extracting(f -> f.kind() + " " + f.path() + " " + f.value())
                .containsExactlyInAnyOrder(
                        "image_missing _annotations.coco.json b.png",
                        "image_outside c.png null",
                        "size_mismatch _annotations.coco.json a.png: 40×30 ≠ 41×30",
                        "class_unused null cat, bg");
    }

    @Test
    void idsMayBeTextAndCategoriesMayCollide() {
        var analysis = new Upload()
                .with(
                        "train.json",
                        "{\"images\": [{\"id\": \"x/1\", \"file_name\": \"a.png\"}],"
                                + "\"annotations\": [{\"image_id\": \"x/1\", \"category_id\": \"c\", \"bbox\": [1,1,2,2]}],"
                                + "\"categories\": [{\"id\": \"c\", \"name\": \"cat\"}]}")
                .with(
                        "val.json",
                        "{\"images\": [{\"id\": 1, \"file_name\": \"b.png\"}],"
                                + "\"annotations\": [{\"image_id\": 1, \"category_id\": \"c\", \"bbox\": [1,1,2,2]}],"
                                + "\"categories\": [{\"id\": \"c\", \"name\": \"dog\"}, {\"id\": 1, \"name\": \"cat\"}]}")
                .with("a.png", Pictures.png(9, 9))
                .with("b.png", Pictures.png(8, 8))
                .analyze();
        assertThat(Tables.summary(analysis))
                .isEqualTo("coco object_detection [cat, dog] 2 images train=1 val=1 2 objects");
        assertThat(analysis.findings()).extracting(Finding::kind).containsExactly("class_id_conflict");
        assertThat(analysis.rows()).extracting(row -> row.classes().toString()).containsExactly("[0]", "[1]");
    }

    private static Upload dataset(String json) {
        return new Upload()
                .with("annotations/instances_train.json", json)
                .with("images/train/a.png", Pictures.png(40, 30))
                .with("images/train/b.png", Pictures.png(20, 10));
    }

    private static String annotation(String more) {
        return "{%s, %s, \"annotations\": [{\"id\": 1, \"image_id\": 7, \"category_id\": 90, \"bbox\": [1,2,3,4], %s}]}"
                .formatted(IMAGES, CATEGORIES, more);
    }

    private static String text(Annotation a) {
        return "%s %s %s %s".formatted(a.imageRef(), a.classRef(), a.shape(), Arrays.toString(a.numbers()));
    }

    private static List<List<String>> permutations(List<String> parts) {
        if (parts.isEmpty()) {
            return List.of(List.of());
        }
        var all = new ArrayList<List<String>>();
        for (var first : parts) {
            var rest = new ArrayList<>(parts);
            rest.remove(first);
            for (var tail : permutations(Collections.unmodifiableList(rest))) {
                var order = new ArrayList<>(List.of(first));
                order.addAll(tail);
                all.add(order);
            }
        }
        return all;
    }
}
