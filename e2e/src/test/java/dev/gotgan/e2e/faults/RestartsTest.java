package dev.gotgan.e2e.faults;

import dev.gotgan.e2e.parts.Bytes;
import dev.gotgan.e2e.parts.CommandLine;
import dev.gotgan.e2e.parts.Gotgan;
import dev.gotgan.e2e.parts.RunningServer;
import java.nio.file.Path;
import java.util.Map;

/// A server that keeps the bytes itself.
class RestartsTest extends RestartsContract {
    @Override
    Map<String, String> openStore(Path data) {
        return Map.of();
    }

    @Override
    void prepare(CommandLine cli) {}

    @Override
    void closeStore() {}

    @Override
    FaultProxy bytes(FaultProxy server) {
        return server;
    }

    @Override
    Path copyOf(RunningServer server, String dataset, Path to) {
        return Bytes.write(to, Bytes.below(Gotgan.live(server, dataset), "meta.json"));
    }
}
