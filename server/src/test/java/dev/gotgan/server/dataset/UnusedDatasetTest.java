package dev.gotgan.server.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gotgan.server.running.Answer;
import dev.gotgan.server.running.Client;
import dev.gotgan.server.running.Form;
import dev.gotgan.server.running.People;
import dev.gotgan.server.running.RunningServer;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A dataset is taken back by who made it for an upload that came to nothing, and only as long as nobody else used it.
class UnusedDatasetTest {
    private final RunningServer server = RunningServer.shared();
    private final Client me = new People(server).somebody("mina").client();
    private String dataset;

    @BeforeEach
    void make() {
        var made = me.post("/api/v1/datasets", "{\"name\": \"New\"}");
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        dataset = "/api/v1/datasets/" + made.json().path("id").asString();
    }

    @Test
    void oneWithNothingButTheUploadOfWhoTakesItBackGoes() {
        var own = open();
        assertThat(takeBack(UUID.randomUUID().toString()).status())
                .as("another upload than one's own is another's")
                .isEqualTo(412);
        var gone = takeBack(own);
        assertThat(gone.status()).as(gone.text()).isEqualTo(200);
        assertThat(me.get(dataset).status()).isEqualTo(404);
    }

    @Test
    void oneThatWasCommittedToStays() {
        var own = open();
        var upload = me.upload(dataset + "/upload", new Form().file("README.md", "words"));
        assertThat(upload.status()).as(upload.text()).isEqualTo(200);
        var refused = takeBack(own);
        assertThat(refused.status()).as(refused.text()).isEqualTo(412);
        assertThat(refused.json().path("code").asString()).isEqualTo("precondition_failed");
        assertThat(me.get(dataset).json().path("generation").asInt()).isEqualTo(1);
        assertThat(me.get(dataset + "/uploads/" + own).status())
                .as("not even the upload has ended")
                .isEqualTo(200);
    }

    @Test
    void oneWhereAnotherUploadIsUnderWayStays() {
        var own = open();
        var other = open();
        assertThat(takeBack(own).status()).isEqualTo(412);
        assertThat(me.delete(dataset + "?storage=true&if_unused=true").status()).isEqualTo(412);
        me.delete(dataset + "/uploads/" + other);
        assertThat(takeBack(own).status()).isEqualTo(200);
    }

    @Test
    void theTrashTakesWhateverWasUsed() {
        var refused = me.delete(dataset + "?if_unused=true");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("code").asString()).isEqualTo("invalid_parameter");
    }

    private String open() {
        return me.post(dataset + "/uploads", "{}").json().path("upload_id").asString();
    }

    private Answer takeBack(String own) {
        return me.delete(dataset + "?storage=true&if_unused=true&upload=" + own);
    }
}
