package dev.gotgan.e2e.bucket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.gotgan.e2e.parts.Bytes;
import dev.gotgan.e2e.parts.Client;
import dev.gotgan.e2e.parts.CommandLine;
import dev.gotgan.e2e.parts.Coreutils;
import dev.gotgan.e2e.parts.Gotgan;
import dev.gotgan.e2e.parts.Repository;
import dev.gotgan.e2e.parts.RunningServer;
import dev.gotgan.e2e.parts.S3Server;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A team keeps its datasets in a bucket, and looks at them with a tool that never heard of Gotgan.
class BucketTest {
    private final JsonMapper json = JsonMapper.builder().build();

    @TempDir
    Path folder;

    @Test
    void aForeignToolFindsPlainFilesAndTheSameBytes() throws Exception {
        var source = Repository.findData("voc-bccd/BCCD");
        assumeTrue(source.isPresent(), "the real datasets are not beside this repository");
        var files = Bytes.below(source.orElseThrow());
        try (var s3 = S3Server.start(folder.resolve("buckets"));
                var server = RunningServer.start(Gotgan.freshFolder("bucket"), settings(s3))) {
            var token = Client.newToken(server.url(), Gotgan.ADMIN, server.adminPassword());
            var cli = new CommandLine(server, token, folder.resolve("home"));
            var client = Client.withToken(server.url(), token);

            var doctor = json.readTree(run(cli, "store", "doctor", "--json"));
            assertThat(doctor.path("direct_upload").asString()).isEqualTo("live");
            assertThat(run(cli, "store", "doctor", "--last"))
                    .contains("straight to the live tree")
                    .contains("AllowedOrigins");

            var id = json.readTree(run(cli, "push", source.orElseThrow().toString(), "--json"))
                    .path("dataset_id")
                    .asString();
            var shown = client.get("/api/v1/datasets/" + id).json();
            assertThat(shown.path("num_images").asInt()).isEqualTo(364);
            assertThat(shown.path("storage_type").asString()).isEqualTo("s3");
            sameInTheBucket(s3, id, shown, files, "day1");

            var more = new HashMap<>(twoMoreAndOneOther(files));
            var pushed = Bytes.write(folder.resolve("more"), more);
            run(cli, "push", pushed.toString(), "--to", id);
            var grown = new TreeMap<>(files);
            grown.putAll(more);
            shown = client.get("/api/v1/datasets/" + id).json();
            sameInTheBucket(s3, id, shown, grown, "day2");

            run(cli, "pull", id, folder.resolve("pulled").toString());
            same(grown, Bytes.below(folder.resolve("pulled"), ".gotgan"));
            linksLeadToTheBucketItself(client, s3, id, more.keySet().iterator().next());
            assertThat(s3.aws("ls", "s3://" + S3Server.BUCKET + "/team/", "--recursive"))
                    .doesNotContain("doctor/");
        }
    }

    private Map<String, String> settings(S3Server s3) {
        var settings = new HashMap<>(s3.environment());
        settings.put("GOTGAN_STORE", "s3://" + S3Server.BUCKET + "/team");
        return settings;
    }

    private static Map<String, byte[]> twoMoreAndOneOther(Map<String, byte[]> files) {
        var victim = files.entrySet().iterator().next();
        var other = victim.getValue().clone();
        other[other.length / 2] ^= 1;
        return Map.of(
                victim.getKey(), other, "notes/고양이 1.txt", Bytes.of("day two\n"), "notes/b+c%.txt", Bytes.of("한글\n"));
    }

    private void sameInTheBucket(S3Server s3, String id, JsonNode shown, Map<String, byte[]> files, String day)
            throws IOException {
        var hash = shown.path("content_hash").asString();
        var there = "s3://" + S3Server.BUCKET + "/team/datasets/" + id + "/";
        Gotgan.eventually(id + " is published", () -> {
            var meta = s3.aws("cp", there + "meta.json", "-");
            return meta.contains("\"" + hash + "\"") && meta.contains("\"clean\"");
        });
        var listed = s3.aws("ls", there, "--recursive");
        assertThat(listed.lines().count()).isEqualTo(files.size() + 1L);
        var copy = folder.resolve(day);
        Files.createDirectories(copy);
        s3.aws("sync", there, copy.toString(), "--quiet");
        same(files, Bytes.below(copy, "meta.json"));
        assertThat(Coreutils.contentHash(copy)).isEqualTo(hash);
    }

    private static void linksLeadToTheBucketItself(Client client, S3Server s3, String id, String path) {
        var links =
                client.send("POST", "/api/v1/datasets/" + id + "/download-urls", Map.of("paths", new String[] {path}));
        assertThat(links.status()).as(links.toString()).isEqualTo(200);
        var url = URI.create(links.json().path("urls").path(0).path("url").asString());
        assertThat(url.toString()).startsWith(s3.environment().get("AWS_ENDPOINT_URL_S3"));
    }

    private static String run(CommandLine cli, String... arguments) {
        var result = cli.run(arguments);
        assertThat(result.exit()).as(result.err()).isZero();
        return result.out();
    }

    private static void same(Map<String, byte[]> expected, Map<String, byte[]> found) {
        assertThat(found.keySet()).isEqualTo(expected.keySet());
        expected.forEach((path, bytes) -> assertThat(found.get(path)).as(path).isEqualTo(bytes));
    }
}
