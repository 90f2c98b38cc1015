package dev.gotgan.cli.command;

import dev.gotgan.cli.http.Api;
import dev.gotgan.cli.screen.Output;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Brings a dataset back from the trash.
@Command(name = "restore", description = "Bring a dataset back from the trash.")
public final class Restore implements Callable<Integer> {
    @Mixin
    private Output output;

    @Parameters(paramLabel = "ID")
    private String id;

    @Override
    public Integer call() throws IOException {
        try (var api = Server.connect()) {
            var dataset = api.post(Api.dataset(id) + "/restore", Api.JSON.createObjectNode());
            if (output.json()) {
                output.print(dataset);
            } else {
                output.out().println(id + " is back.");
            }
            return 0;
        }
    }
}
