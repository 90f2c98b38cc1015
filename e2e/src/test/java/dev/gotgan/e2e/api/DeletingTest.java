package dev.gotgan.e2e.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gotgan.e2e.parts.Bytes;
import dev.gotgan.e2e.parts.Client.Part;
import dev.gotgan.e2e.parts.Gotgan;
import dev.gotgan.e2e.parts.Pictures;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeletingTest {
    private final Gotgan.Person owner = Gotgan.person();

    @Test
    void withoutStorageItGoesToTheTrashAndComesBack() {
        String id = dataset();
        var before = owner.client().get("/api/v1/datasets/" + id).json();
        var deleted = owner.client().delete("/api/v1/datasets/" + id);
        assertThat(deleted.status()).isEqualTo(200);
        assertThat(deleted.json().path("kept").path("objects").asInt()).isEqualTo(2);
        assertThat(owner.client().get("/api/v1/datasets/" + id).status()).isEqualTo(404);
        assertThat(Bytes.below(Gotgan.live(Gotgan.server(), id), "meta.json")).hasSize(2);
        assertThat(owner.client().get("/api/v1/datasets/trash").text()).contains(id);

        var restored = owner.client().send("POST", "/api/v1/datasets/" + id + "/restore", Map.of());
        assertThat(restored.status()).as(restored.toString()).isEqualTo(200);
        assertThat(owner.client().get("/api/v1/datasets/" + id).json().path("content_hash"))
                .isEqualTo(before.path("content_hash"));
    }

    @Test
    void withStorageItsObjectsGoAndTheirNumberIsSaid() {
        String id = dataset();
        var deleted = owner.client().delete("/api/v1/datasets/" + id + "?storage=true");
        assertThat(deleted.status()).isEqualTo(200);
        assertThat(deleted.json().path("deleted").path("objects").asInt()).isEqualTo(2);
        assertThat(deleted.json().path("deleted").path("bytes").asLong()).isPositive();
        assertThat(owner.client().get("/api/v1/datasets/" + id).status()).isEqualTo(404);
        Gotgan.eventually("its files are gone", () -> Files.notExists(Gotgan.live(Gotgan.server(), id)));
    }

    @Test
    void deletedFilesLeaveTheLiveTreeButNotTheOldGeneration() {
        String id = dataset();
        var before = owner.client().get("/api/v1/datasets/" + id + "/manifest");
        long generation = before.headers().firstValueAsLong("Gotgan-Generation").orElseThrow();
        var deleted =
                owner.client().send("DELETE", "/api/v1/datasets/" + id + "/files", Map.of("paths", List.of("a.jpg")));
        assertThat(deleted.status()).as(deleted.toString()).isEqualTo(200);
        assertThat(deleted.json().path("removed").asInt()).isEqualTo(1);
        Gotgan.published(
                Gotgan.server(), id, deleted.json().path("content_hash").asString());
        assertThat(Gotgan.live(Gotgan.server(), id).resolve("a.jpg")).doesNotExist();
        var old = owner.client().get("/api/v1/datasets/" + id + "/file?path=a.jpg&generation=" + generation);
        assertThat(old.body()).isEqualTo(Pictures.jpeg(1));
    }

    private String dataset() {
        return owner.client()
                .upload(
                        "/api/v1/datasets/upload",
                        List.of(
                                Part.field("name", "short-lived"),
                                Part.file("a.jpg", Pictures.jpeg(1)),
                                Part.file("b.jpg", Pictures.jpeg(2))))
                .json()
                .path("dataset_id")
                .asString();
    }
}
