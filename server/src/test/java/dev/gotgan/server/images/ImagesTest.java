package dev.gotgan.server.images;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gotgan.server.running.Answer;
import dev.gotgan.server.running.Client;
import dev.gotgan.server.running.Form;
import dev.gotgan.server.running.RunningServer;
import dev.gotgan.server.running.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// `GET /datasets/{id}/images` and `/statistics`: what a gallery is made of.
class ImagesTest {
    private static final String DATASETS = "/api/v1/datasets";

    private final RunningServer server = RunningServer.shared();
    private final Client admin = Client.signedIn(server, RunningServer.ADMIN, RunningServer.PASSWORD);

    @Test
    void anImageComesWithItsSizeItsClassesAndItsBoxesInShares() {
        var images = rows(admin.get(upload(Samples.yolo()) + "/images"));
        assertThat(images).hasSize(2);
        var second = images.getLast();
        assertThat(second.path("path").asString()).isEqualTo("images/val/b.png");
        assertThat(second.path("split").asString()).isEqualTo("val");
        assertThat(second.path("label").asString()).isEqualTo("labels/val/b.txt");
        assertThat(second.path("width").asInt()).isEqualTo(10);
        assertThat(second.path("height").asInt()).isEqualTo(6);
        assertThat(second.path("classes").toString()).isEqualTo("[\"dog\"]");
        assertThat(second.path("shapes").toString())
                .isEqualTo("[{\"kind\":\"box\",\"class\":\"dog\",\"box\":[0.375,0.375,0.25,0.25]}]");
        assertThat(second.path("problems")).isEmpty();
    }

    @Test
    void anImageIsFoundByItsPathAlone() {
        var dataset = upload(Samples.yolo());
        assertThat(paths(dataset, "?path=images/val/b.png")).containsExactly("images/val/b.png");
        assertThat(rows(admin.get(dataset + "/images?path=images/val/b.png")))
                .containsExactly(rows(admin.get(dataset + "/images")).getLast());
        assertThat(paths(dataset, "?path=labels/val/b.txt")).isEmpty();
        assertThat(admin.get(dataset + "/images?path=images/val/b.png&split=val")
                        .status())
                .isEqualTo(400);
        assertThat(admin.get(dataset + "/images?path=../b.png").status()).isEqualTo(422);
    }

    @Test
    void filtersAddUpAndTotalsCountWhatTheyLeave() {
        var dataset = upload(Samples.yolo()
                .file("images/train/bare.png", Samples.png(12, 6))
                .file("images/train/wrong.png", Samples.png(14, 6))
                .file("labels/train/wrong.txt", "0 0.9 0.5 0.9 0.5\n"));
        assertThat(paths(dataset, "")).hasSize(4);
        assertThat(paths(dataset, "?split=val")).containsExactly("images/val/b.png");
        assertThat(paths(dataset, "?class=cat")).containsExactly("images/train/a.png", "images/train/wrong.png");
        assertThat(paths(dataset, "?split=train&has=no_labels")).containsExactly("images/train/bare.png");
        assertThat(paths(dataset, "?split=val&class=cat")).isEmpty();
        assertThat(paths(dataset, "?has=problems&class=cat")).containsExactly("images/train/wrong.png");
        var problem = rows(admin.get(dataset + "/images?has=problems&class=cat"))
                .getFirst()
                .path("problems");
        assertThat(problem.path(0).path("kind").asString()).isEqualTo("box_outside");
        assertThat(problem.path(0).path("path").asString()).isEqualTo("labels/train/wrong.txt");
        assertThat(problem.path(0).path("line").asInt()).isEqualTo(1);
        assertThat(admin.get(dataset + "/images?has=labels&limit=1&totals=true").header("X-Total-Count"))
                .isEqualTo("3");
    }

    @Test
    void pagesGoOnWithTheStateThatTheFirstOneShowed() {
        var dataset = upload(Samples.yolo());
        var first = admin.get(dataset + "/images?limit=1&has=labels");
        var next = first.header("Link").replaceAll(".*<(.*)>.*", "$1");
        assertThat(admin.send("DELETE", dataset + "/files", "{\"paths\": [\"images/val/b.png\"]}")
                        .status())
                .isEqualTo(200);
        assertThat(rows(admin.get(next)).getFirst().path("path").asString()).isEqualTo("images/val/b.png");
        assertThat(paths(dataset, "")).containsExactly("images/train/a.png");
        assertThat(admin.get(next).header("Gotgan-Generation")).isEqualTo("1");
        assertThat(rows(admin.get(dataset + "/images?generation=1"))).hasSize(2);
    }

    @Test
    void whatIsNoFilterIsRefused() {
        var dataset = upload(Samples.yolo());
        for (var query : List.of("has=boxes", "has=LABELS", "split=%00", "limit=0", "cursor=x", "generation=x")) {
            var answer = admin.get(dataset + "/images?" + query);
            assertThat(answer.status()).as(query).isEqualTo(400);
            assertThat(answer.json().path("code").asString()).isEqualTo("invalid_parameter");
        }
        assertThat(admin.get(dataset + "/images?generation=9").status()).isEqualTo(404);
    }

    @Test
    void statisticsCountWhatTheImagesShow() {
        var figures = admin.get(upload(Samples.yolo()) + "/statistics").json();
        assertThat(figures.path("images").asInt()).isEqualTo(2);
        assertThat(figures.path("objects").asInt()).isEqualTo(2);
        assertThat(figures.path("classes").toString())
                .isEqualTo(
                        "[{\"name\":\"cat\",\"images\":1,\"shapes\":1},{\"name\":\"dog\",\"images\":1,\"shapes\":1}]");
        assertThat(figures.path("class_splits").toString())
                .isEqualTo("[{\"class\":\"cat\",\"split\":\"train\",\"images\":1},"
                        + "{\"class\":\"dog\",\"split\":\"val\",\"images\":1}]");
        assertThat(figures.path("sizes").toString())
                .isEqualTo("[{\"width\":8,\"height\":6,\"images\":1},{\"width\":10,\"height\":6,\"images\":1}]");
        long boxes = StreamSupport.stream(figures.path("box_areas").spliterator(), false)
                .mapToLong(bar -> bar.path("count").asLong())
                .sum();
        assertThat(boxes).isEqualTo(2);
    }

    @Test
    void anotherChoiceOfClassNamesShowsAtOnce() {
        var dataset = upload(Samples.yolo());
        admin.get(dataset + "/statistics");
        assertThat(admin.put(dataset, "{\"class_names\": [\"Katze\", \"Hund\"]}")
                        .status())
                .isEqualTo(200);
        assertThat(admin.get(dataset + "/statistics")
                        .json()
                        .at("/classes/0/name")
                        .asString())
                .isEqualTo("Katze");
        assertThat(paths(dataset, "?class=Hund")).containsExactly("images/val/b.png");
        assertThat(rows(admin.get(dataset + "/images"))
                        .getFirst()
                        .at("/shapes/0/class")
                        .asString())
                .isEqualTo("Katze");
    }

    @Test
    void anEmptyDatasetHasNoImagesAndFiguresOfNothing() {
        var made = admin.post(DATASETS, "{\"name\": \"empty\"}");
        var dataset = DATASETS + "/" + made.json().path("id").asString();
        assertThat(rows(admin.get(dataset + "/images"))).isEmpty();
        assertThat(admin.get(dataset + "/statistics").json().path("images").asInt())
                .isZero();
    }

    private String upload(Form form) {
        var answer = admin.upload(DATASETS + "/upload", form.field("name", "to look at"));
        assertThat(answer.status()).isEqualTo(201);
        return DATASETS + "/" + answer.json().path("dataset_id").asString();
    }

    private List<String> paths(String dataset, String query) {
        return rows(admin.get(dataset + "/images" + query)).stream()
                .map(image -> image.path("path").asString())
                .toList();
    }

    private static List<JsonNode> rows(Answer answer) {
        assertThat(answer.status()).isEqualTo(200);
        var rows = new ArrayList<JsonNode>();
        answer.json().forEach(rows::add);
        return rows;
    }
}
