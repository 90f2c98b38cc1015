package dev.gotgan.server.dataset;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gotgan.engine.care.ExpiredTrash;
import dev.gotgan.engine.care.PurgeTrash;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.store.Key;
import dev.gotgan.engine.store.StoredObject;
import dev.gotgan.server.running.Client;
import dev.gotgan.server.running.Form;
import dev.gotgan.server.running.People;
import dev.gotgan.server.running.RunningServer;
import dev.gotgan.server.running.Samples;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/// Thirty days in the trash: then Gotgan forgets, and the files stay.
class PurgedTrashTest {
    private static final String DATASETS = "/api/v1/datasets/";

    @AutoClose
    private final RunningServer server = RunningServer.with(Map.of());

    private final Client me = new People(server).somebody("mina").client();
    private final Client admin = new People(server).admin().client();

    @Test
    void afterThirtyDaysTheRowsAreGoneAndTheFilesStayWithTheirManifest() throws IOException {
        var id = trashed();
        var files = keys("datasets/" + id + "/");
        assertThat(files).hasSize(6);
        assertThat(keys("history/" + id + "/")).isNotEmpty();

        server.database().age(PurgeTrash.KEPT);
        server.purge();

        assertThat(me.get(DATASETS + "trash").json()).isEmpty();
        assertThat(me.post(DATASETS + id + "/restore", "{}").code()).isEqualTo("dataset_not_found");
        assertThat(server.catalog().datasets().find(id)).isEmpty();
        assertThat(rowsOf(id)).isZero();
        assertThat(keys("datasets/" + id + "/")).isEqualTo(files);
        assertThat(keys("history/" + id + "/")).isEmpty();
        assertThat(text("datasets/" + id + "/meta.json")).contains("\"tree\" : \"clean\"");
        assertThat(manifest(id)).hasSize(6).last().asString().endsWith("\"path\":\"labels/val/b.txt\"}");
        assertThat(manifest(id).getFirst()).contains("\"id\":\"" + id, "\"generation\":2", "\"content_hash\":\"");
    }

    @Test
    void aDayTooEarlyNothingHappensAndItComesBackWhole() {
        var id = trashed();
        server.database().age(PurgeTrash.KEPT.minus(Duration.ofDays(1)));
        server.purge();
        assertThat(me.post(DATASETS + id + "/restore", "{}").status()).isEqualTo(200);
        server.database().age(PurgeTrash.KEPT.plus(Duration.ofDays(1)));
        server.purge();
        assertThat(me.get(DATASETS + id + "/file?path=data.yaml").status()).isEqualTo(200);
    }

    @Test
    void itsIdIsNeverGivenToAnother() {
        admin.post("/api/v1/datasets", "{\"name\": \"human\", \"id\": \"once-mine\"}");
        admin.upload(DATASETS + "once-mine/upload", Samples.yolo());
        admin.delete(DATASETS + "once-mine");
        server.database().age(PurgeTrash.KEPT);
        server.purge();
        assertThat(admin.post("/api/v1/datasets", "{\"name\": \"other\", \"id\": \"once-mine\"}")
                        .code())
                .isEqualTo("id_taken");
    }

    /// Restored between the listing and the drop: the drop judges again.
    @Test
    void whatIsNotInTheTrashAnyMoreIsNotDropped() {
        var id = trashed();
        server.database().age(PurgeTrash.KEPT);
        ExpiredTrash trash = server.catalog().expiredTrash();
        assertThat(trash.list(PurgeTrash.KEPT, 10)).containsExactly(id);
        me.post(DATASETS + id + "/restore", "{}");
        assertThat(trash.drop(id, PurgeTrash.KEPT)).isFalse();
        assertThat(me.get(DATASETS + id).status()).isEqualTo(200);
    }

    /// With an overwritten file, so that its history holds something.
    private DatasetId trashed() {
        var made = me.upload(DATASETS + "upload", Samples.yolo().field("name", "old"));
        var id = made.json().path("dataset_id").asString();
        me.upload(DATASETS + id + "/upload", new Form().file("labels/train/a.txt", "1 0.5 0.5 0.5 0.5\n"));
        server.settle();
        assertThat(me.delete(DATASETS + id).status()).isEqualTo(200);
        return new DatasetId(id);
    }

    private long rowsOf(DatasetId id) {
        return server.database()
                .database()
                .sql("""
                select (select count(*) from files where dataset = :id) + (select count(*) from commits where dataset = :id)
                     + (select count(*) from copies where dataset = :id)
                     + (select count(*) from image_rows where dataset = :id)
                     + (select count(*) from published where dataset = :id)
                """)
                .param("id", id.value())
                .query(Long.class)
                .single();
    }

    private List<String> keys(String prefix) {
        return server.store().list(prefix, null, 1000).stream()
                .map(StoredObject::key)
                .map(Key::value)
                .toList();
    }

    private String text(String key) throws IOException {
        try (var bytes = server.store().read(new Key(key), 0, null)) {
            return new String(bytes.readAllBytes(), UTF_8);
        }
    }

    private List<String> manifest(DatasetId id) throws IOException {
        try (var bytes =
                new GZIPInputStream(server.store().read(new Key("manifests/" + id + "/2.jsonl.gz"), 0, null))) {
            return new String(bytes.readAllBytes(), UTF_8).lines().toList();
        }
    }
}
