package dev.gotgan.cli.command;

import dev.gotgan.cli.http.Api;
import dev.gotgan.cli.screen.Output;
import dev.gotgan.cli.screen.Terminal;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Deletes a dataset.
@Command(name = "rm", description = "Delete a dataset: to the trash (30 days), or with its files for good.")
public final class Rm implements Callable<Integer> {
    @Mixin
    private Output output;

    @Parameters(paramLabel = "ID")
    private String id;

    @Option(names = "--storage", description = "Also remove its files from the bucket, at once and for good.")
    private boolean storage;

    @Option(
            names = {"-y", "--yes"},
            description = "Do not ask.")
    private boolean yes;

    @Override
    public Integer call() throws IOException {
        if (storage && !yes && !confirmed()) {
            output.err().println("Nothing was deleted. Use --yes where nobody can be asked.");
            return 2;
        }
        try (var api = Server.connect()) {
            var deleted = api.delete(Api.dataset(id) + "?storage=" + storage);
            if (output.json()) {
                output.print(deleted);
            } else if (storage) {
                output.out()
                        .printf(
                                "Deleted %s: %s files, %s bytes.%n",
                                id,
                                deleted.path("deleted").path("objects").asString(),
                                deleted.path("deleted").path("bytes").asString());
            } else {
                output.out().printf("%s is in the trash; `gotgan restore %s` brings it back within 30 days.%n", id, id);
            }
            return 0;
        }
    }

    private boolean confirmed() {
        return Terminal.find()
                .map(person -> person.readLine("Remove %s and all its files for good? Type yes: ", id))
                .filter("yes"::equals)
                .isPresent();
    }
}
