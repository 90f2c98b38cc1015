package dev.gotgan.server.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gotgan.server.running.Client;
import dev.gotgan.server.running.RunningServer;
import dev.gotgan.server.running.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The last column of `rights.tsv`: what nobody in particular is answered where public datasets are shown only to
/// people who are signed in, and that a refusal changed nothing anywhere.
class ClosedRightsTest {
    @TempDir
    private Path roots;

    @Test
    void whoIsNotSignedInIsAnsweredAsTheTableSaysAndRefusalsChangeNothing() throws IOException {
        Files.write(roots.resolve("a.png"), Samples.png(2, 2));
        var settings = Map.of(
                "GOTGAN_ANONYMOUS", "false",
                "GOTGAN_REGISTRATION", "open",
                "GOTGAN_ANALYZE_ROOTS", roots.toString());
        var table = RightsTable.read();
        var wrong = new ArrayList<String>();
        try (var server = RunningServer.with(settings)) {
            var world = new World(server);
            var calls = new Calls(world, roots);
            table.rows().keySet().forEach(row -> wrong.addAll(run(world, calls, row, table.closed(row))));
        }
        assertThat(table.rows()).isNotEmpty();
        assertThat(wrong).isEmpty();
    }

    private static List<String> run(World world, Calls calls, RightsTable.Row row, int expected) {
        var dataset = row.ofDataset() ? world.dataset(row.dataset()) : null;
        var call = Objects.requireNonNull(calls.all().get(row.call()), row::call);
        var send = call.ready("anonymous", dataset == null ? "" : dataset.value());
        var client = Client.browser(world.server);
        var before = Fingerprint.of(world.server);
        var answer = send.apply(client);
        var wrong = new ArrayList<String>();
        if (answer.status() != expected) {
            wrong.add(row + ": " + expected + " expected, but " + answer);
        }
        if (answer.status() >= 400) {
            wrong.addAll(before.differs(Fingerprint.of(world.server), row.toString()));
        }
        if (dataset != null) {
            world.server.settle();
            world.forget(dataset);
        }
        return wrong;
    }
}
