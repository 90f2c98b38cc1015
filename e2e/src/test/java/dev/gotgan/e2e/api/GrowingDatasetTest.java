package dev.gotgan.e2e.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gotgan.e2e.parts.Bytes;
import dev.gotgan.e2e.parts.Client.Part;
import dev.gotgan.e2e.parts.Coreutils;
import dev.gotgan.e2e.parts.Gotgan;
import dev.gotgan.e2e.parts.Pictures;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// Day 1: a hundred images. Day 2: fifty more. Day 3: the labels.
class GrowingDatasetTest {
    private final Gotgan.Person person = Gotgan.person();

    @Test
    void aDatasetGrowsOverThreeDays() {
        var files = new TreeMap<String, byte[]>();
        for (int i = 0; i < 100; i++) {
            files.put("images/img_%03d.jpg".formatted(i), Pictures.jpeg(i));
        }
        var day1 = person.client()
                .upload(
                        "/api/v1/datasets/upload",
                        List.of(Part.field("name", "My cats"), new Part("file", "cats.zip", Bytes.zip(files))));
        assertThat(day1.status()).as(day1.toString()).isEqualTo(201);
        assertThat(day1.json().path("status").asString()).isEqualTo("uploaded");
        assertThat(day1.json().path("num_images").asInt()).isEqualTo(100);
        assertThat(day1.json().path("format").asString()).isEqualTo("unknown");
        String id = day1.json().path("dataset_id").asString();
        String hash1 = shown(id).path("content_hash").asString();
        assertThat(shown(id).path("visibility").asString()).isEqualTo("private");

        var more = new ArrayList<Part>();
        for (int i = 100; i < 150; i++) {
            more.add(Part.file("images/img_%03d.jpg".formatted(i), Pictures.jpeg(i)));
        }
        var day2 = person.client().upload("/api/v1/datasets/" + id + "/upload", more);
        assertThat(day2.status()).as(day2.toString()).isEqualTo(200);
        assertThat(day2.json().path("added").asInt()).isEqualTo(50);
        assertThat(day2.json().path("changed").asInt()).isZero();
        assertThat(day2.json().path("num_images").asInt()).isEqualTo(150);
        String hash2 = day2.json().path("content_hash").asString();

        var day3 = person.client().upload("/api/v1/datasets/" + id + "/upload", labels());
        assertThat(day3.status()).as(day3.toString()).isEqualTo(200);
        assertThat(day3.json().path("format").asString()).isEqualTo("yolo");
        assertThat(day3.json().path("task_type").asString()).isEqualTo("object_detection");
        assertThat(day3.json().path("num_images").asInt()).isEqualTo(150);
        String hash3 = day3.json().path("content_hash").asString();

        assertThat(List.of(hash1, hash2, hash3)).doesNotHaveDuplicates();
        Gotgan.published(Gotgan.server(), id, hash3);
        var live = Gotgan.live(Gotgan.server(), id);
        assertThat(Coreutils.contentHash(live)).isEqualTo(hash3);
        assertThat(Bytes.below(live, "meta.json")).hasSize(150 + 150 + 1);
        assertThat(history(id)).containsExactly("labels", "upload", "upload");
    }

    @Test
    void oneImageAmongTheLabelsRefusesThemAllAndChangesNothing() {
        var made = person.client()
                .upload(
                        "/api/v1/datasets/upload",
                        List.of(
                                Part.field("name", "two"),
                                Part.file("images/a.jpg", Pictures.jpeg(1)),
                                Part.file("images/b.jpg", Pictures.jpeg(2))));
        String id = made.json().path("dataset_id").asString();
        var before = shown(id);
        var refused = person.client()
                .upload(
                        "/api/v1/datasets/" + id + "/upload",
                        List.of(
                                Part.field("labels_only", "true"),
                                Part.file("labels/a.txt", Bytes.of("0 0.5 0.5 0.2 0.2\n")),
                                Part.file("labels/sneaky.txt", Pictures.jpeg(3))));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("labels_only_violation");
        assertThat(refused.text()).contains("labels/sneaky.txt").doesNotContain("labels/a.txt\"");
        assertThat(shown(id)).isEqualTo(before);
    }

    @Test
    void sendingTheSameAgainMakesNoNewGeneration() {
        var files = Map.of("images/a.jpg", Pictures.jpeg(7), "images/b.jpg", Pictures.jpeg(8));
        var zip = new Part("file", "same.zip", Bytes.zip(files));
        String id = person.client()
                .upload("/api/v1/datasets/upload", List.of(Part.field("name", "same"), zip))
                .json()
                .path("dataset_id")
                .asString();
        var before = shown(id).path("content_hash");
        var again = person.client().upload("/api/v1/datasets/" + id + "/upload", List.of(zip));
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().path("unchanged").asInt()).isEqualTo(2);
        assertThat(again.json().path("content_hash")).isEqualTo(before);
        assertThat(history(id)).containsExactly("upload");
    }

    private static List<Part> labels() {
        var parts = new ArrayList<Part>();
        parts.add(Part.field("labels_only", "true"));
        parts.add(Part.file("data.yaml", Bytes.of("train: images\nval: images\nnc: 2\nnames: [cat, dog]\n")));
        for (int i = 0; i < 150; i++) {
            parts.add(Part.file(
                    "labels/img_%03d.txt".formatted(i),
                    Bytes.of("%d 0.5 0.5 0.25 0.%d\n".formatted(i % 2, 1 + i % 9))));
        }
        return parts;
    }

    private tools.jackson.databind.JsonNode shown(String id) {
        return person.client().get("/api/v1/datasets/" + id).json();
    }

    private List<String> history(String id) {
        var kinds = new ArrayList<String>();
        person.client()
                .get("/api/v1/datasets/" + id + "/history")
                .json()
                .forEach(entry -> kinds.add(entry.path("kind").asString()));
        return kinds;
    }
}
