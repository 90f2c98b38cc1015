package dev.gotgan.server.dataset;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gotgan.engine.store.Key;
import dev.gotgan.server.running.Client;
import dev.gotgan.server.running.Form;
import dev.gotgan.server.running.People;
import dev.gotgan.server.running.RunningServer;
import dev.gotgan.server.running.Samples;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A choice of format, task or classes is followed at once, and given up at once.
class ChosenFormatTest {
    private static final String DATASETS = "/api/v1/datasets/";

    private final RunningServer server = RunningServer.shared();
    private final Client me = new People(server).somebody("mina").client();

    @Test
    void aChosenFormatIsAnalysedAtOnceAndNullReturnsToWhatTheFilesSay() throws IOException {
        var dataset = uploaded(Samples.yolo());
        assertThat(dataset.path("format").asString()).isEqualTo("yolo");
        assertThat(dataset.at("/statistics/objects").asInt()).isEqualTo(2);

        var chosen = put(dataset, "{\"format\": \"imagefolder\", \"task_type\": \"image_classification\"}");
        assertThat(chosen.path("format").asString()).isEqualTo("imagefolder");
        assertThat(chosen.path("task_type").asString()).isEqualTo("image_classification");
        assertThat(chosen.at("/statistics/objects").asInt()).isZero();
        assertThat(chosen.path("generation")).isEqualTo(dataset.path("generation"));
        assertThat(chosen.path("content_hash")).isEqualTo(dataset.path("content_hash"));
        assertThat(meta(dataset).path("format").asString()).isEqualTo("imagefolder");

        var automatic = put(dataset, "{\"format\": null, \"task_type\": null}");
        for (var field : new String[] {"format", "task_type", "class_names", "num_images", "splits", "statistics"}) {
            assertThat(automatic.path(field)).as(field).isEqualTo(dataset.path(field));
        }
        server.settle();
        assertThat(meta(dataset).path("format").asString()).isEqualTo("yolo");
        assertThat(rows(dataset)).isEqualTo(2);
    }

    @Test
    void chosenClassNamesAreThoseOfTheAnswerOfMetaJsonAndOfTheNextUpload() throws IOException {
        var dataset = uploaded(Samples.yolo());
        var chosen = put(dataset, "{\"class_names\": [\"feline\", \"canine\"]}");
        assertThat(chosen.path("class_names").toString()).isEqualTo("[\"feline\",\"canine\"]");
        server.settle();
        assertThat(meta(dataset).path("class_names").toString()).isEqualTo("[\"feline\",\"canine\"]");
        me.upload(address(dataset) + "/upload", new Form().file("README.md", "words"));
        assertThat(me.get(address(dataset)).json().path("class_names").toString())
                .isEqualTo("[\"feline\",\"canine\"]");
        assertThat(put(dataset, "{\"class_names\": null}").path("class_names").toString())
                .isEqualTo("[\"cat\",\"dog\"]");
    }

    /// Choices to and fro leave one image row and one finding row each, not a pile of empty intervals.
    @Test
    void choosingToAndFroLeavesNothingBehind() {
        var dataset = uploaded(Samples.yolo());
        for (int i = 0; i < 3; i++) {
            put(dataset, "{\"format\": \"coco\"}");
            put(dataset, "{\"format\": null}");
        }
        assertThat(rows(dataset)).isEqualTo(2);
        assertThat(server.database()
                        .database()
                        .sql("select count(*) from findings where dataset = :id and gen_from = gen_to")
                        .param("id", id(dataset))
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void aStaleETagChangesNothing() {
        var dataset = me.post("/api/v1/datasets", "{\"name\": \"first\"}");
        var address = DATASETS + dataset.json().path("id").asString();
        var etag = me.get(address).header("ETag");
        assertThat(me.put(address, "{\"name\": \"second\"}").status()).isEqualTo(200);
        me.header("If-Match", etag);
        assertThat(me.put(address, "{\"name\": \"third\"}").code()).isEqualTo("precondition_failed");
        me.header("If-Match", "\"another thing\"");
        assertThat(me.put(address, "{\"name\": \"third\"}").code()).isEqualTo("precondition_failed");
        me.header("If-Match", null);
        assertThat(me.get(address).json().path("name").asString()).isEqualTo("second");
        me.header("If-Match", me.get(address).header("ETag"));
        assertThat(me.put(address, "{\"name\": \"third\"}").status()).isEqualTo(200);
    }

    private JsonNode uploaded(Form form) {
        var made = me.upload("/api/v1/datasets/upload", form.field("name", "chosen"));
        return me.get(DATASETS + made.json().path("dataset_id").asString()).json();
    }

    private JsonNode put(JsonNode dataset, String change) {
        var answer = me.put(address(dataset), change);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(me.get(address(dataset)).json()).isEqualTo(answer.json());
        return answer.json();
    }

    private long rows(JsonNode dataset) {
        return server.database()
                .database()
                .sql("select count(*) from image_rows where dataset = :id and gen_to is null")
                .param("id", id(dataset))
                .query(Long.class)
                .single();
    }

    private JsonNode meta(JsonNode dataset) throws IOException {
        server.settle();
        try (var bytes = server.store().read(new Key("datasets/" + id(dataset) + "/meta.json"), 0, null)) {
            return new JsonMapper().readTree(new String(bytes.readAllBytes(), UTF_8));
        }
    }

    private static String id(JsonNode dataset) {
        return dataset.path("id").asString();
    }

    private static String address(JsonNode dataset) {
        return DATASETS + id(dataset);
    }
}
