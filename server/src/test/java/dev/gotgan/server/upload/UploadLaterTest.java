package dev.gotgan.server.upload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.server.running.Answer;
import dev.gotgan.server.running.Client;
import dev.gotgan.server.running.Form;
import dev.gotgan.server.running.People;
import dev.gotgan.server.running.RunningServer;
import dev.gotgan.server.running.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// `Prefer: respond-async`: the caller goes, the task tells.
class UploadLaterTest {
    private static final String DATASETS = "/api/v1/datasets";

    @AutoClose
    private final RunningServer server = RunningServer.with(Map.of());

    private final People people = new People(server);

    @Test
    void aTaskTellsOfTheDatasetThatWasMade() {
        var me = people.somebody("mina").client();
        var accepted = later(me).upload(DATASETS + "/upload", Samples.yolo().field("name", "later"));
        assertThat(accepted.status()).isEqualTo(202);
        assertThat(accepted.header("Preference-Applied")).isEqualTo("respond-async");
        var task = ended(me, accepted);
        assertThat(task.path("status").asString()).isEqualTo("succeeded");
        assertThat(task.at("/result/num_images").asInt()).isEqualTo(2);
        assertThat(task.at("/result/format").asString()).isEqualTo("yolo");
        var dataset = accepted.json().path("dataset_id").asString();
        assertThat(task.at("/result/dataset_id").asString()).isEqualTo(dataset);
        assertThat(me.get(DATASETS + "/" + dataset).json().path("num_images").asInt())
                .isEqualTo(2);
        assertThat(server.data().resolve("tmp"))
                .satisfiesAnyOf(
                        folder -> assertThat(folder).doesNotExist(),
                        folder -> assertThat(folder).isEmptyDirectory());
    }

    @Test
    void aTaskTellsWhyNothingWasMade() {
        var me = people.somebody("mina").client();
        var form =
                new Form().archive("broken.zip", "no archive".getBytes(UTF_8)).field("name", "broken");
        var refused = later(me).upload(DATASETS + "/upload", form);
        var files = new Form().file("a/../../b.txt", "out").field("name", "outside");
        var task = ended(me, me.upload(DATASETS + "/upload", files));
        assertThat(refused.code()).isEqualTo("archive_type_mismatch");
        assertThat(task.path("status").asString()).isEqualTo("failed");
        assertThat(task.at("/error/code").asString()).isEqualTo("path_traversal");
        var dataset = task.path("dataset_id").asString();
        assertThat(server.catalog().datasets().find(new DatasetId(dataset))).isEmpty();
    }

    @Test
    void onlyWhoSentItHearsOfADatasetThatIsNotThere() {
        var me = people.somebody("mina").client();
        var files = new Form().file("a/../../b.txt", "out").field("name", "outside");
        var accepted = later(me).upload(DATASETS + "/upload", files);
        ended(me, accepted);
        var address = accepted.header("Location");
        assertThat(people.somebody("jun").client().get(address).status()).isEqualTo(404);
        assertThat(Client.of(server).get(address).status()).isEqualTo(404);
        assertThat(people.admin().client().get(address).status()).isEqualTo(200);
    }

    /// A killed server leaves a running task, a spool and an open session; its successor ends all three.
    @Test
    void aServerThatDiesFailsItsTasksAndNothingIsLeft() throws IOException {
        var me = people.somebody("mina");
        var dataset = DatasetId.random();
        var task =
                server.catalog().tasks().create("upload", dataset, me.account().actor());
        var spool = Files.createDirectories(server.data().resolve("tmp").resolve("left"));
        Files.writeString(spool.resolve("archive-0"), "half");
        server.restart();
        var told = me.client().get("/api/v1/tasks/" + task).json();
        assertThat(told.path("status").asString()).isEqualTo("failed");
        assertThat(told.at("/error/code").asString()).isEqualTo("interrupted");
        assertThat(spool).doesNotExist();
        assertThat(me.client().get(DATASETS + "/" + dataset).status()).isEqualTo(404);
    }

    @Test
    void aFormForADatasetThatIsThereSaysNothingOfItsRecord() {
        var me = people.somebody("mina").client();
        var made = me.upload(DATASETS + "/upload", Samples.yolo().field("name", "one"))
                .json();
        var form = new Form().file("a.txt", "a").field("name", "another");
        var refused = me.upload(DATASETS + "/" + made.path("dataset_id").asString() + "/upload", form);
        assertThat(refused.code()).isEqualTo("field_unknown");
    }

    private static Client later(Client client) {
        return client.header("Prefer", "wait=1, respond-async");
    }

    /// Asks until it has ended.
    private JsonNode ended(Client client, Answer accepted) {
        assertThat(accepted.status()).as(accepted.toString()).isEqualTo(202);
        for (int i = 0; i < 10_000; i++) {
            var task = client.get(accepted.header("Location"));
            assertThat(task.status()).as(task.toString()).isEqualTo(200);
            if (!task.json().path("status").asString().equals("running")) {
                return task.json();
            }
        }
        throw new AssertionError("the task does not end");
    }
}
