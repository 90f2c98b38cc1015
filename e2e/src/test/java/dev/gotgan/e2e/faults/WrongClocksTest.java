package dev.gotgan.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gotgan.e2e.faults.FaultProxy.Seen;
import dev.gotgan.e2e.parts.Bytes;
import dev.gotgan.e2e.parts.Client;
import dev.gotgan.e2e.parts.CommandLine;
import dev.gotgan.e2e.parts.Coreutils;
import dev.gotgan.e2e.parts.Gotgan;
import dev.gotgan.e2e.parts.OtherClock;
import dev.gotgan.e2e.parts.RunningServer;
import dev.gotgan.e2e.parts.S3Server;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/// Machines whose clocks are wrong, and links that expire while files are sent.
class WrongClocksTest {
    private static final int FILES = 60;
    /// What a link is good for.
    private static final Duration LIFE = Duration.ofMinutes(15);

    @TempDir
    Path folder;

    private OtherClock clock;

    @BeforeEach
    void aClock() throws Exception {
        clock = OtherClock.in(folder.resolve("clock"));
    }

    private Path tree(String name) {
        var files = new TreeMap<String, byte[]>();
        for (int i = 0; i < FILES; i++) {
            files.put("labels/%03d.txt".formatted(i), Bytes.of("0 0.5 0.5 0.%d %s\n".formatted(1000 + i, name)));
        }
        return Bytes.write(folder.resolve(name), files);
    }

    private BucketStand bucket() throws IOException, InterruptedException {
        var data = Gotgan.freshFolder("wrong-clock");
        return BucketStand.open(S3Server.start(data.resolveSibling("buckets")), data, clock.environment());
    }

    private CommandLine cli(BucketStand stand) {
        return new CommandLine(stand.server(), stand.token(), folder.resolve("home"));
    }

    private Inspection inspection(BucketStand stand) {
        return new Inspection(
                stand.server(), dataset -> stand.copyOf(dataset, folder.resolve("seen-" + System.nanoTime())));
    }

    /// The dataset that it made or changed.
    private static String push(CommandLine cli, Path source, String... more) {
        var arguments = new java.util.ArrayList<>(java.util.List.of("push", source.toString(), "--json"));
        arguments.addAll(java.util.List.of(more));
        var result = cli.run(arguments.toArray(String[]::new));
        assertThat(result.exit()).as(result.err()).isZero();
        return JsonMapper.shared().readTree(result.out()).path("dataset_id").asString();
    }

    private void pull(CommandLine cli, String id, Path source) {
        var target = folder.resolve("pulled");
        var result = cli.run("pull", id, target.toString());
        assertThat(result.exit()).as(result.err()).isZero();
        assertThat(Coreutils.contentHash(target)).isEqualTo(Coreutils.contentHash(source));
    }

    /// A store takes signatures within a quarter of an hour of its own time.
    @ParameterizedTest
    @ValueSource(ints = {-20, 20})
    void aServerThatIsTwentyMinutesOffTakesTheTimeOfItsStore(int minutes) throws Exception {
        clock.turn(Duration.ofMinutes(minutes));
        try (var stand = bucket()) {
            var first = tree("first");
            var id = push(cli(stand), first);
            inspection(stand).judge(id, first, 1);
            var second = tree("second");
            assertThat(push(cli(stand), second, "--to", id)).isEqualTo(id);
            inspection(stand).judge(id, second, 2);
            pull(cli(stand), id, second);
            assertThat(stand.line().count(each -> each.fault() != null)).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-20, 20})
    void aClockThatGoesWrongWhileTheServerRunsIsNoticed(int minutes) throws Exception {
        try (var stand = bucket()) {
            clock.turn(Duration.ofMinutes(minutes));
            var source = tree("source");
            var id = push(cli(stand), source);
            inspection(stand).judge(id, source, 1);
        }
    }

    /// Whoever sends signs nothing.
    @Test
    void theClockOfWhoPushesDoesNotMatter() throws Exception {
        clock.turn(Duration.ofMinutes(-20));
        var stand = BucketStand.shared();
        var source = tree("source");
        var id = push(cli(stand).with(clock.environment()), source);
        inspection(stand).judge(id, source, 1);
        pull(cli(stand).with(clock.environment()), id, source);
    }

    /// The links are two seconds old before they die; those of the next plan live as long as ever.
    @Test
    void linksOfABucketThatExpireInMidPushAreReplaced() throws Exception {
        try (var stand = bucket()) {
            clock.turn(LIFE.minusSeconds(2).negated());
            stand.line().trouble(Fault.LATE, 20, afterTurning(Duration.ZERO, 0, BucketStand::isUpload, link -> {}));
            var source = tree("source");
            var id = push(cli(stand), source);
            inspection(stand).judge(id, source, 1);
            var uploads = stand.line().takeSeen().stream()
                    .filter(BucketStand::isUpload)
                    .toList();
            assertThat(uploads.stream().filter(each -> each.fault() == Fault.LATE))
                    .hasSize(20);
            assertThat(uploads).as("what was refused is sent again").hasSizeGreaterThanOrEqualTo(FILES + 20);
        }
    }

    @Test
    void linksOfTheServerThatExpireInMidPushAreReplaced() throws Exception {
        var data = Gotgan.freshFolder("expiring");
        try (var server = RunningServer.start(data, clock.environment());
                var line = FaultProxy.before(server.url())) {
            var token = Client.newToken(server.url(), Gotgan.ADMIN, server.adminPassword());
            line.trouble(
                    Fault.CUT,
                    Integer.MAX_VALUE,
                    afterTurning(LIFE.plusMinutes(1), 20, Seen::isUpload, link -> awaitExpiry(server, link))
                            .and(each -> false));
            var source = tree("source");
            var id = push(new CommandLine(line.url(), token, folder.resolve("home")), source);
            new Inspection(
                            server,
                            dataset -> Bytes.write(
                                    folder.resolve("seen"), Bytes.below(Gotgan.live(server, dataset), "meta.json")))
                    .judge(id, source, 1);
            assertThat(line.count(Seen::isUpload)).as("most were refused once").isGreaterThan(FILES + 10);
        }
    }

    /// Turns the clock when the request after so many of these comes, and lets nothing pass until that is seen.
    private Predicate<Seen> afterTurning(Duration ahead, int requests, Predicate<Seen> which, Consumer<String> seen) {
        var came = new AtomicInteger();
        return each -> {
            if (which.test(each) && came.getAndIncrement() == requests) {
                try {
                    clock.turn(ahead);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                seen.accept(each.target());
            }
            return which.test(each);
        };
    }

    /// The server asks its database for the time every ten seconds, and counts on in between.
    private static void awaitExpiry(RunningServer server, String link) {
        var anybody = Client.anonymous(server.url());
        Gotgan.eventually(
                "the server calls the link expired",
                () -> anybody.send("PUT", link, null).code().equals("link_invalid"));
    }
}
