package dev.gotgan.e2e.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gotgan.e2e.parts.Client.Part;
import dev.gotgan.e2e.parts.Gotgan;
import dev.gotgan.e2e.parts.Pictures;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SharingTest {
    private final Gotgan.Person owner = Gotgan.person();
    private final Gotgan.Person friend = Gotgan.person();

    @Test
    void aFriendSeesWhatIsSharedUntilItIsRevoked() {
        String dataset = "/api/v1/datasets/" + dataset();
        assertThat(friend.client().get(dataset).status()).isEqualTo(404);

        assertThat(grant(dataset, "viewer").status()).isEqualTo(201);
        assertThat(friend.client().get(dataset).json().path("role").asString()).isEqualTo("viewer");
        assertThat(add(dataset).status()).isEqualTo(403);

        assertThat(grant(dataset, "editor").status()).isEqualTo(200);
        assertThat(add(dataset).status()).isEqualTo(200);
        assertThat(friend.client().delete(dataset).status()).isEqualTo(403);

        assertThat(owner.client()
                                .delete(dataset + "/permissions/" + friend.id())
                                .status()
                        / 100)
                .isEqualTo(2);
        assertThat(friend.client().get(dataset).status()).isEqualTo(404);
        assertThat(friend.client().get("/api/v1/datasets/available").text()).doesNotContain(dataset.substring(17));
    }

    @Test
    void thePermissionsNameTheOwnerToo() {
        String dataset = "/api/v1/datasets/" + dataset();
        grant(dataset, "viewer");
        var rows = owner.client().get(dataset + "/permissions").json();
        assertThat(rows.size()).isEqualTo(2);
        assertThat(rows.findValuesAsString("role")).containsExactlyInAnyOrder("owner", "viewer");
        assertThat(rows.findValuesAsString("email")).contains(friend.email());
    }

    private String dataset() {
        return owner.client()
                .upload(
                        "/api/v1/datasets/upload",
                        List.of(Part.field("name", "shared"), Part.file("a.jpg", Pictures.jpeg(1))))
                .json()
                .path("dataset_id")
                .asString();
    }

    private dev.gotgan.e2e.parts.Client.Answer grant(String dataset, String role) {
        return owner.client().send("POST", dataset + "/permissions", Map.of("email", friend.email(), "role", role));
    }

    private dev.gotgan.e2e.parts.Client.Answer add(String dataset) {
        return friend.client().upload(dataset + "/upload", List.of(Part.file("b.jpg", Pictures.jpeg(2))));
    }
}
