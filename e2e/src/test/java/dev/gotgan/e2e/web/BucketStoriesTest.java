package dev.gotgan.e2e.web;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gotgan.e2e.parts.Bytes;
import dev.gotgan.e2e.parts.Client;
import dev.gotgan.e2e.parts.CommandLine;
import dev.gotgan.e2e.parts.Gotgan;
import dev.gotgan.e2e.parts.RunningServer;
import dev.gotgan.e2e.parts.S3Server;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// A browser and a bucket: what the page sends is judged by the bucket's own log, and what arrived by a tool
/// that never heard of Gotgan.
class BucketStoriesTest {
    private static final String RULE = "CORS rule for the bucket:";

    /// How many files a page has under way when it goes.
    private static final int UNDER_WAY = 5;

    private final Stories stories = new Stories("e2e-bucket");

    @TempDir
    Path folder;

    @Test
    void aPageUploadsToABucketDirectlyOnceItsCorsRuleIsThere() throws Exception {
        stories.assumeTellable();
        try (var s3 = S3Server.start(folder.resolve("buckets"));
                var server = RunningServer.start(Gotgan.freshFolder("bucket-web"), settings(s3))) {
            var token = Client.newToken(server.url(), Gotgan.ADMIN, server.adminPassword());
            var cli = new CommandLine(server, token, folder.resolve("home"));

            told(s3, server, "bucket/closed");
            assertThat(s3.puts()).filteredOn(S3Server.Put::fromABrowser).isEmpty();
            sameInTheBucket(s3, "closed");

            s3.allow(ruleFromTheDoctor(cli));
            assertThat(doctor(cli)).doesNotContain(RULE).contains("straight to the live tree");

            told(s3, server, "bucket/open");
            sentOnce(s3, sameInTheBucket(s3, "open"), 0);
            sentOnce(s3, sameInTheBucket(s3, "again"), UNDER_WAY);
        }
    }

    private static Map<String, String> settings(S3Server s3) {
        var settings = new HashMap<>(s3.environment());
        settings.put("GOTGAN_STORE", "s3://" + S3Server.BUCKET + "/team");
        return settings;
    }

    private void told(S3Server s3, RunningServer server, String which) throws IOException, InterruptedException {
        var told = stories.tell(server, Map.of("GOTGAN_E2E_BUCKET", s3.url().toString()), which);
        assertThat(told).as(which).hasSize(2).allSatisfy(Stories.Story::endedWell);
    }

    /// What an admin reads on the screen and pastes.
    private static String ruleFromTheDoctor(CommandLine cli) {
        var said = doctor(cli);
        assertThat(said).contains(RULE);
        return said.substring(said.indexOf(RULE) + RULE.length());
    }

    private static String doctor(CommandLine cli) {
        var result = cli.run("store", "doctor");
        assertThat(result.exit()).as(result.err()).isZero();
        return result.out();
    }

    /// A dataset of a story, and how many files it has.
    private record Sent(String dataset, int files) {}

    private Sent sameInTheBucket(S3Server s3, String story) throws IOException {
        var told = new JsonMapper()
                .readTree(stories.results()
                        .resolve("told")
                        .resolve(story + ".json")
                        .toFile());
        var dataset = told.path("dataset").asString();
        var there = "s3://" + S3Server.BUCKET + "/team/datasets/" + dataset + "/";
        Gotgan.eventually(
                dataset + " is published",
                () -> s3.aws("cp", there + "meta.json", "-").contains("\"clean\""));
        var copy = folder.resolve(story);
        Files.createDirectories(copy);
        s3.aws("sync", there, copy.toString(), "--quiet");
        var found = Bytes.below(copy, "meta.json");
        var expected = Bytes.below(Path.of(told.path("folder").asString()));
        assertThat(found.keySet()).isEqualTo(expected.keySet());
        expected.forEach((path, bytes) -> assertThat(found.get(path)).as(path).isEqualTo(bytes));
        return new Sent(dataset, expected.size());
    }

    /// Each file came from the browser, whole and once; of those that were under way when the page went, some twice.
    private static void sentOnce(S3Server s3, Sent sent, int twice) throws IOException {
        var puts = s3.puts().stream()
                .filter(S3Server.Put::fromABrowser)
                .filter(put -> put.target().contains(sent.dataset()))
                .toList();
        assertThat(puts).hasSizeBetween(sent.files(), sent.files() + twice);
        var taken =
                puts.stream().filter(put -> put.status() == 200).collect(groupingBy(S3Server.Put::target, counting()));
        assertThat(taken).hasSize(sent.files());
        assertThat(List.copyOf(taken.values())).containsOnly(1L);
    }
}
