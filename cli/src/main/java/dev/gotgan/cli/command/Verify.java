package dev.gotgan.cli.command;

import dev.gotgan.cli.http.Api;
import dev.gotgan.cli.screen.Output;
import dev.gotgan.engine.pull.VerifyFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Hashes a pulled folder again.
@Command(name = "verify", description = "Hash a pulled folder again and name every file that differs; needs no server.")
public final class Verify implements Callable<Integer> {
    @Mixin
    private Output output;

    @Parameters(paramLabel = "DIR")
    private Path folder;

    @Option(names = "--jobs", description = "Files at a time (default: ${DEFAULT-VALUE}).", defaultValue = "4")
    private int jobs;

    @Override
    public Integer call() throws IOException {
        var verified = new VerifyFolder(jobs).run(folder);
        if (output.json()) {
            var json = Api.JSON
                    .createObjectNode()
                    .put("files", verified.files())
                    .put("content_hash", verified.contentHash().hex())
                    .put("verified", verified.wrong().isEmpty());
            var wrong = json.putArray("wrong");
            verified.wrong().forEach(file -> wrong.add(file.path().value()));
            output.print(json);
        } else {
            verified.wrong().forEach(file -> output.out().println("differs: " + file.path()));
            output.out()
                    .printf(
                            "%d of %d files are right%n",
                            verified.files() - verified.wrong().size(), verified.files());
            output.out().println("content_hash " + verified.contentHash());
        }
        return verified.wrong().isEmpty() ? 0 : 7;
    }
}
