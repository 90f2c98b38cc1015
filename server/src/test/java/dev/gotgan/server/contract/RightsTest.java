package dev.gotgan.server.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.server.running.RunningServer;
import dev.gotgan.server.running.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// `rights.tsv`, cell by cell: who is answered what, and that a refusal changed nothing anywhere.
class RightsTest {
    private static final Logger LOG = LoggerFactory.getLogger(RightsTest.class);
    private static final RightsTable TABLE = RightsTable.read();
    private static final List<String> KINDS = List.of("public", "private", "organization", "ownerless", "platform");
    private static final String NONE = "-";

    @TempDir
    private static Path roots;

    private static RunningServer server;
    private static World world;
    private static Calls calls;

    @BeforeAll
    static void begin() throws IOException {
        Files.write(roots.resolve("a.png"), Samples.png(2, 2));
        server = RunningServer.with(Map.of("GOTGAN_REGISTRATION", "open", "GOTGAN_ANALYZE_ROOTS", roots.toString()));
        world = new World(server);
        calls = new Calls(world, roots);
    }

    @AfterAll
    static void end() {
        server.close();
    }

    @Test
    void everyOperationHasARowForEveryKindOfDataset() {
        assertThat(TABLE.callers())
                .containsExactly("anonymous", "stranger", "viewer", "editor", "owner", "member", "read_only", "admin");
        var operations = ApiFile.read().operations().stream().collect(Collectors.toMap(Operation::id, each -> each));
        var wanted = Stream.concat(operations.keySet().stream(), calls.all().keySet().stream())
                .distinct()
                .flatMap(call -> kinds(operations.get(call.replaceFirst(":.*", "")))
                        .map(kind -> new RightsTable.Row(call, kind)))
                .collect(Collectors.toSet());
        assertThat(TABLE.rows().keySet()).containsExactlyInAnyOrderElementsOf(wanted);
        assertThat(calls.all().keySet()).containsAll(operations.keySet());
        LOG.info(
                "rights.tsv: {} rows of {} callers",
                TABLE.rows().size(),
                TABLE.callers().size());
    }

    private static Stream<String> kinds(@Nullable Operation operation) {
        assertThat(operation).as("an operation of that name").isNotNull();
        return operation != null && operation.ofDataset() ? KINDS.stream() : Stream.of(NONE);
    }

    @Test
    void everyCallerIsAnsweredAsTheTableSaysAndRefusalsChangeNothing() {
        var wrong = new ArrayList<String>();
        TABLE.rows().keySet().forEach(row -> wrong.addAll(run(row)));
        assertThat(wrong).isEmpty();
    }

    private static List<String> run(RightsTable.Row row) {
        var call = Objects.requireNonNull(calls.all().get(row.call()), row::call);
        var wrong = new ArrayList<String>();
        DatasetId dataset = null;
        for (var caller : TABLE.callers()) {
            if (dataset == null && row.ofDataset()) {
                dataset = prepared(row);
            }
            var client = world.client(caller);
            var about = dataset == null ? "" : dataset.value();
            var expected = TABLE.expected(row, caller);
            var send = call.ready(caller, about);
            var before = Fingerprint.of(server);
            var answer = send.apply(client);
            if (answer.status() != expected) {
                wrong.add("%s of %s by %s: %d expected, but %s"
                        .formatted(row.call(), row.dataset(), caller, expected, answer));
            }
            if (answer.status() >= 400) {
                wrong.addAll(before.differs(Fingerprint.of(server), row + " by " + caller));
            } else if (changes(row)) {
                server.settle();
                forget(dataset);
                dataset = null;
            }
        }
        forget(dataset);
        return wrong;
    }

    private static void forget(@Nullable DatasetId dataset) {
        if (dataset != null) {
            world.forget(dataset);
        }
    }

    private static boolean changes(RightsTable.Row row) {
        return ApiFile.read().operations().stream()
                .anyMatch(each -> each.id().equals(row.operation())
                        && !each.method().equals("GET")
                        && !each.access().endsWith("READS"));
    }

    /// The list agrees with the rows of the single dataset.
    @Test
    void everyCallerIsListedWhatTheyMaySee() {
        for (var kind : KINDS) {
            var dataset = world.dataset(kind);
            for (var caller : TABLE.callers()) {
                var ids = new LinkedHashSet<String>();
                world.client(caller)
                        .get("/api/v1/datasets/available")
                        .json()
                        .forEach(row -> ids.add(row.path("id").asString()));
                boolean seen = TABLE.expected(new RightsTable.Row("showDataset", kind), caller) == 200;
                assertThat(ids.contains(dataset.value()))
                        .as(kind + " by " + caller)
                        .isEqualTo(seen);
            }
            world.forget(dataset);
        }
    }

    private static DatasetId prepared(RightsTable.Row row) {
        var dataset = world.dataset(row.dataset());
        if (row.operation().equals("restoreDataset")) {
            world.admin.client().delete("/api/v1/datasets/" + dataset);
        }
        return dataset;
    }
}
