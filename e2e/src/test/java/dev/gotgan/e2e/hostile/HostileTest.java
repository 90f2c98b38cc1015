package dev.gotgan.e2e.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.gotgan.e2e.parts.Bytes;
import dev.gotgan.e2e.parts.Client;
import dev.gotgan.e2e.parts.CommandLine;
import dev.gotgan.e2e.parts.Gotgan;
import dev.gotgan.e2e.parts.Pictures;
import dev.gotgan.e2e.parts.Repository;
import dev.gotgan.e2e.parts.RunningServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every input of the hostile corpus, by every way in, gets the verdict, the code and the scope that its manifest asks
/// for, and costs no more than it may.
///
/// In every build all of them come as archives, some as files and in tars, and a few by command, which is a
/// JVM of its own each time; `./gotgan hostile` sends all by every way.
class HostileTest {
    private static final int COMMANDED = Integer.getInteger("gotgan.hostile.every", 24);
    private static final int SPREAD = System.getProperty("gotgan.hostile.every") == null ? 4 : 1;
    private static final long MOST_MEBIBYTES = 256;
    private static final long MOST_MILLIS = 30_000;
    private static List<HostileCase> cases = List.of();
    private static RunningServer server;
    private static Watch watch;
    private static Senders senders;
    private static final Tally TALLY = new Tally();

    @TempDir
    Path folder;

    @BeforeAll
    static void start() throws IOException {
        var corpus = HostileCase.findAll();
        assumeTrue(corpus.isPresent(), "the hostile corpus is not beside this repository");
        cases = corpus.orElseThrow();
        var data = Gotgan.freshFolder("hostile");
        server = RunningServer.start(data);
        watch = new Watch(server);
        String token = Client.newToken(server.url(), Gotgan.ADMIN, server.adminPassword());
        var client = Client.withToken(server.url(), token);
        senders = new Senders(client, new CommandLine(server, token, data.resolveSibling("home")), watch.database());
        for (int i = 0; i < 3; i++) { // what a server learns with its first uploads is no case's doing
            var files = Map.of("cat/a.jpg", Pictures.jpeg(i), "dog/b.jpg", Pictures.jpeg(-1 - i));
            var zip = new Client.Part("file", "warm.zip", Bytes.zip(files));
            assertThat(client.upload("/api/v1/datasets/upload", List.of(Client.Part.field("name", "warm"), zip))
                            .status())
                    .isEqualTo(201);
        }
    }

    @AfterAll
    static void stop() throws IOException {
        if (watch != null) {
            var results = System.getProperty("gotgan.hostile.results");
            if (results != null) {
                Files.writeString(Repository.root().resolve(results), TALLY.table());
            }
            System.out.println(TALLY.table());
            watch.close();
            server.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"path", "image", "label", "archive"}) // the largest dataset last
    void everyInputGetsItsVerdictByEveryWayIn(String group) throws IOException {
        watch.settle();
        long before = watch.mebibytes("VmRSS");
        watch.forgetPeak();
        var mine = cases.stream()
                .filter(each -> each.group().equals(group))
                .filter(each -> !each.id().equals("path-pair-prefix-dataset"))
                .toList();
        send(mine.stream().filter(each -> each.refusesAll(Way.ARCHIVE)).toList(), true);
        send(mine.stream().filter(each -> !each.refusesAll(Way.ARCHIVE)).toList(), false);
        TALLY.memory(group, watch.mebibytes("VmHWM") - before);
        Gotgan.eventually("the spool is empty", () -> watch.spooled().isEmpty());
        assertThat(watch.foreignPeers()).isEmpty();
        assertThat(watch.knocks()).as("connections to the canary").isZero();
        assertThat(TALLY.wrong(group)).isEmpty();
        assertThat(TALLY.memory(group)).as("MiB").isLessThanOrEqualTo(MOST_MEBIBYTES);
        assertThat(TALLY.longest()).as("milliseconds").isLessThanOrEqualTo(MOST_MILLIS);
        sameOnDisk();
    }

    private void send(List<HostileCase> group, boolean refused) throws IOException {
        int number = 0;
        for (var hostile : group) {
            var material = Material.of(hostile);
            for (var way : Way.values()) {
                int every = switch (way) {
                    case ARCHIVE -> 1;
                    case TAR, FILES -> SPREAD;
                    case PUSH, ANALYZE -> COMMANDED;
                };
                if (number % every == 0) {
                    one(hostile, material, way, refused);
                }
            }
            number++;
        }
    }

    /// A picture is judged by its bytes: whichever way it comes, and whatever comes with it.
    @Test
    void allImagesTogetherGetTheSameVerdictsAndCountByEveryWayIn() throws IOException {
        var hostile = cases.stream()
                .filter(each -> each.id().equals("img-png-ok"))
                .findFirst()
                .orElseThrow();
        var all = Material.together(hostile, cases);
        var verdicts = new EnumMap<Way, List<String>>(Way.class);
        for (var way : Way.values()) {
            var place = Files.createTempDirectory(folder, "all");
            var outcome = senders.send(hostile, all, way, place).orElseThrow();
            assertThat(outcome.refused()).as("%s: %s", way, outcome.said()).isFalse();
            var verdict = new ArrayList<>(List.of("images " + outcome.found().images()));
            outcome.found().findings().forEach(finding -> verdict.add(finding.toString()));
            verdict.sort(Comparator.naturalOrder());
            verdicts.put(way, verdict);
        }
        long unreadable = cases.stream()
                .filter(each -> each.group().equals("image") && each.expected().equals("reject"))
                .count();
        long images =
                cases.stream().filter(each -> each.group().equals("image")).count();
        assertThat(verdicts.get(Way.ARCHIVE)).contains("images " + (images - unreadable + 2));
        verdicts.forEach(
                (way, verdict) -> assertThat(verdict).as(way.toString()).isEqualTo(verdicts.get(Way.ARCHIVE)));
    }

    private void one(HostileCase hostile, Material material, Way way, boolean refused) throws IOException {
        Map<String, Long> rows = refused ? watch.rows() : Map.of();
        Set<String> keys = refused ? watch.keys() : Set.of();
        long start = System.nanoTime();
        var place = Files.createTempDirectory(folder, "case");
        var outcome = senders.send(hostile, material, way, place);
        long millis = (System.nanoTime() - start) / 1_000_000;
        if (outcome.isEmpty()) {
            return;
        }
        var wrong = new ArrayList<>(new Judge(server.data()).of(hostile, way, material, outcome.get()));
        if (refused && (!watch.rows().equals(rows) || !watch.keys().equals(keys))) {
            wrong.add("something was written: " + written(rows, keys));
        }
        if (!server.isAlive() || Client.anonymous(server.url()).get("/healthz").status() != 200) {
            wrong.add("the server is down");
        }
        TALLY.add(hostile, way, millis, wrong);
    }

    private static String written(Map<String, Long> rows, Set<String> keys) {
        var said = new ArrayList<String>();
        watch.rows().forEach((table, count) -> {
            if (!count.equals(rows.get(table))) {
                said.add(table + " " + rows.get(table) + " → " + count);
            }
        });
        watch.keys().stream().filter(key -> !keys.contains(key)).forEach(said::add);
        return said.toString();
    }

    /// What the rows promise lies in the bucket, and nothing beside it.
    private static void sameOnDisk() {
        watch.settle();
        var database = watch.database();
        for (String dataset : database.column("select id from datasets")) {
            var rows = database.column(
                    "select path || ' ' || encode(sha256, 'hex') from files where dataset = ? and gen_to is null",
                    dataset);
            if (rows.size() < 1000) {
                var files = Bytes.below(Gotgan.live(server, dataset), "meta.json").entrySet().stream()
                        .map(file -> file.getKey() + " " + Judge.sha256(file.getValue()));
                assertThat(files).containsExactlyInAnyOrderElementsOf(rows);
            }
        }
    }

    /// `cls-imagenet-1` may go without a word to `cls-imagenet-10`.
    @Test
    void aDatasetWhoseIdBeginsLikeAnotherGoesAlone() {
        var admin = Client.signIn(server.url(), Gotgan.ADMIN, server.adminPassword());
        var zip = new Client.Part(
                "file", "d.zip", Bytes.zip(Map.of("cat/a.jpg", Pictures.jpeg(1), "dog/b.jpg", Pictures.jpeg(2))));
        for (String id : List.of("cls-imagenet-1", "cls-imagenet-10")) {
            var fields = List.of(Client.Part.field("name", id), Client.Part.field("id", id), zip);
            assertThat(admin.upload("/api/v1/datasets/upload", fields).status()).isEqualTo(201);
        }
        watch.settle();
        assertThat(admin.delete("/api/v1/datasets/cls-imagenet-1?storage=true").status())
                .isEqualTo(200);
        Gotgan.eventually("the first is gone", () -> !Files.isDirectory(Gotgan.live(server, "cls-imagenet-1")));
        assertThat(Bytes.below(Gotgan.live(server, "cls-imagenet-10"))).containsKeys("cat/a.jpg", "dog/b.jpg");
        assertThat(admin.get("/api/v1/datasets/cls-imagenet-10/file?path=cat/a.jpg")
                        .status())
                .isIn(200, 302);
    }
}
