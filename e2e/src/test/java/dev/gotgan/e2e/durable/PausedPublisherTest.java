package dev.gotgan.e2e.durable;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gotgan.e2e.parts.Bytes;
import dev.gotgan.e2e.parts.Client;
import dev.gotgan.e2e.parts.Client.Part;
import dev.gotgan.e2e.parts.Coreutils;
import dev.gotgan.e2e.parts.Gotgan;
import dev.gotgan.e2e.parts.OwnDatabase;
import dev.gotgan.e2e.parts.RunningServer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// A commit is readable at once, published or not, and so is what it replaced.
class PausedPublisherTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void bothGenerationsAreReadWhileNothingIsPublishedAndAfterAKill() {
        var data = Gotgan.freshFolder("paused");
        var server = RunningServer.start(data);
        String token = Client.newToken(server.url(), Gotgan.ADMIN, server.adminPassword());
        var client = Client.withToken(server.url(), token);
        var old = tree("old", 6);
        String id = client.upload("/api/v1/datasets/upload", parts("paused", old))
                .json()
                .path("dataset_id")
                .asString();
        Gotgan.published(server, id, Coreutils.contentHash(old));
        var present = new TreeMap<>(old);
        present.putAll(tree("new", 3));

        try (var database = OwnDatabase.of(server)) {
            takeTheLease(database, id);
            var answer = client.upload("/api/v1/datasets/" + id + "/upload", parts(null, tree("new", 3)));
            assertThat(answer.json().path("changed").asInt()).isEqualTo(3);
            assertReadable(client, id, 1, old);
            assertReadable(client, id, 2, present);
            assertThat(live(server, id)).as("nothing was published").isEqualTo(texts(old));
            assertThat(database.number("select count(*) from published where pending"))
                    .isEqualTo(3);
        }
        server.kill();

        try (var again = RunningServer.start(data)) {
            var reader = Client.withToken(again.url(), token);
            assertReadable(reader, id, 1, old);
            assertReadable(reader, id, 2, present);
            Gotgan.published(again, id, Coreutils.contentHash(present));
            assertThat(live(again, id)).isEqualTo(texts(present));
            assertReadable(reader, id, 1, old);
            assertReadable(reader, id, 2, present);
        }
    }

    /// As another publisher would that lives and takes its time.
    private static void takeTheLease(OwnDatabase database, String id) {
        database.change("insert into publish_lease (dataset, epoch, expires)"
                + " values ('" + id + "', 1, now() + interval '1 day')"
                + " on conflict (dataset) do update set epoch = publish_lease.epoch + 1, expires = excluded.expires");
    }

    private static void assertReadable(Client client, String id, long generation, Map<String, byte[]> tree) {
        var manifest = client.get("/api/v1/datasets/" + id + "/manifest?generation=" + generation);
        assertThat(manifest.status()).as(manifest.toString()).isEqualTo(200);
        assertThat(manifest.headers().firstValue("Gotgan-Content-Hash")).contains(Coreutils.contentHash(tree));
        var read = new TreeMap<String, String>();
        for (String line : manifest.text().lines().toList()) {
            String path = JSON.readTree(line).path("path").asString();
            String query = "path=" + URLEncoder.encode(path, StandardCharsets.UTF_8) + "&generation=" + generation;
            var file = client.get("/api/v1/datasets/" + id + "/file?" + query);
            assertThat(file.status()).as(path + ": " + file).isEqualTo(200);
            read.put(path, file.text());
        }
        assertThat(read).as("generation " + generation).isEqualTo(texts(tree));
    }

    private static Map<String, String> live(RunningServer server, String id) {
        return texts(Bytes.below(Gotgan.live(server, id), "meta.json"));
    }

    private static Map<String, String> texts(Map<String, byte[]> files) {
        var texts = new TreeMap<String, String>();
        files.forEach((path, bytes) -> texts.put(path, new String(bytes, StandardCharsets.UTF_8)));
        return texts;
    }

    private static Map<String, byte[]> tree(String what, int files) {
        var tree = new TreeMap<String, byte[]>();
        for (int i = 0; i < files; i++) {
            tree.put("images/사진 %d.bin".formatted(i), Bytes.of(what + " content " + i));
        }
        return tree;
    }

    private static List<Part> parts(@Nullable String name, Map<String, byte[]> files) {
        var zip = new Part("file", "files.zip", Bytes.zip(files));
        return name == null ? List.of(zip) : List.of(Part.field("name", name), zip);
    }
}
