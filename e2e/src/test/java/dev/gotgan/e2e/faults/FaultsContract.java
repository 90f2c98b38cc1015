package dev.gotgan.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gotgan.e2e.faults.FaultProxy.Seen;
import dev.gotgan.e2e.parts.Bytes;
import dev.gotgan.e2e.parts.CommandLine;
import dev.gotgan.e2e.parts.Coreutils;
import dev.gotgan.e2e.parts.RunningServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What holds whatever becomes of a request on its way to the store.
abstract class FaultsContract {
    private static final int FILES = 60;
    private static final AtomicInteger TREES = new AtomicInteger();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    Path folder;

    private CommandLine cli;

    abstract RunningServer server();

    /// What the command line takes for the server.
    abstract URI address();

    /// On the way of the bytes.
    abstract FaultProxy proxy();

    /// Whether this is a file's bytes on their way up, by a link.
    abstract boolean isUpload(Seen request);

    /// Whether this is a file's bytes on their way down.
    abstract boolean isDownload(Seen request);

    /// The dataset's objects in the store, by a foreign tool, but for meta.json.
    abstract Path copyOf(String dataset, Path to) throws IOException;

    @BeforeEach
    void enter() throws IOException {
        cli = new CommandLine(address(), token(), folder.resolve("home"));
    }

    abstract String token();

    @AfterEach
    void leave() {
        proxy().noMoreTrouble();
        proxy().takeSeen();
    }

    /// Files that no other test has: a content that is stored already would not be sent.
    private Path tree(String name) {
        int tree = TREES.incrementAndGet();
        var files = new TreeMap<String, byte[]>();
        for (int i = 0; i < FILES; i++) {
            files.put(
                    "labels/%03d.txt".formatted(i), Bytes.of("0 0.5 0.5 0.%d 0.%d\n".formatted(1000 + tree, 1000 + i)));
        }
        return Bytes.write(folder.resolve(name), files);
    }

    private JsonNode run(String... arguments) {
        var result = cli.run(arguments);
        assertThat(result.exit())
                .as(String.join(" ", arguments) + "\n" + result.err())
                .isZero();
        return JSON.readTree(result.out());
    }

    final JsonNode push(Path source, String... more) {
        var arguments = new java.util.ArrayList<>(List.of("push", source.toString(), "--json"));
        arguments.addAll(List.of(more));
        return run(arguments.toArray(String[]::new));
    }

    final void judge(String id, Path source, int commits) throws IOException {
        new Inspection(server(), dataset -> copyOf(dataset, folder.resolve("seen-" + System.nanoTime())))
                .judge(id, source, commits);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "LATE")
    void aPushAndAPullEndure(Fault fault) throws IOException {
        var source = tree("source");
        proxy().trouble(fault, 5, this::isUpload);
        var pushed = push(source);
        assertThat(proxy().count(each -> isUpload(each) && each.fault() == fault))
                .isEqualTo(5);
        var id = pushed.path("dataset_id").asString();
        assertThat(pushed.path("added").asInt()).isEqualTo(FILES);
        judge(id, source, 1);

        proxy().trouble(fault, 5, this::isDownload);
        var target = folder.resolve("pulled");
        var pulled = run("pull", id, target.toString(), "--json");
        assertThat(proxy().count(each -> isDownload(each) && each.fault() == fault))
                .isEqualTo(5);
        assertThat(pulled.path("fetched").asInt()).isEqualTo(FILES);
        assertThat(Coreutils.contentHash(Bytes.write(folder.resolve("copy"), Bytes.below(target, ".gotgan"))))
                .isEqualTo(Coreutils.contentHash(source));
    }

    @Test
    void aStoreThatTakesNothingMoreIsQuotedAndThePushGoesOnOnceItDoes() throws IOException {
        var source = tree("source");
        var taken = new AtomicInteger();
        proxy().trouble(Fault.WITHDRAWN, Integer.MAX_VALUE, each -> isUpload(each) && taken.incrementAndGet() > 20);
        var result = cli.run("push", source.toString());
        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.err()).contains("InvalidAccessKeyId", "push again");

        proxy().noMoreTrouble();
        proxy().takeSeen();
        var pushed = push(source);
        assertThat(proxy().count(this::isUpload))
                .as("only what had not arrived")
                .isEqualTo(FILES - 20);
        judge(pushed.path("dataset_id").asString(), source, 1);
    }

    /// What the dataset already has is overwritten, so that contents are moved within the store too.
    @Test
    void anOverwriteEnduresWhateverBecomesOfTheServersOwnRequests() throws IOException {
        var id = push(tree("source")).path("dataset_id").asString();
        var other = tree("other");
        for (var fault : List.of(Fault.INTERNAL, Fault.SLOW_DOWN, Fault.ANSWER_LOST, Fault.TOO_MANY, Fault.CUT)) {
            proxy().trouble(fault, 1, Seen::copies);
            proxy().trouble(fault, 1, each -> each.method().equals("HEAD"));
            proxy().trouble(fault, 1, each -> each.method().equals("GET") && !isDownload(each));
            proxy().trouble(fault, 1, this::isUpload);
        }
        var pushed = cli.run("push", other.toString(), "--to", id, "--json");
        if (pushed.exit() != 0) {
            assertThat(pushed.err()).contains("unavailable");
            push(other, "--to", id);
        }
        judge(id, other, 2);
    }
}
