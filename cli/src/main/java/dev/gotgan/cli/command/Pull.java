package dev.gotgan.cli.command;

import dev.gotgan.cli.http.Api;
import dev.gotgan.cli.http.HttpPullSource;
import dev.gotgan.cli.screen.Output;
import dev.gotgan.cli.screen.Progress;
import dev.gotgan.engine.pull.PullDataset;
import dev.gotgan.engine.pull.PullReceipt;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/// Brings a dataset into a folder.
@Command(name = "pull", description = "Download a dataset; only what is missing or wrong is transferred.")
public final class Pull implements Callable<Integer> {
    @Mixin
    private Output output;

    @Parameters(index = "0", paramLabel = "ID")
    private String id;

    @Parameters(index = "1", paramLabel = "DIR")
    private Path folder;

    @Option(names = "--generation", description = "An older generation, while it can be undone.")
    private @Nullable Long generation;

    @Option(names = "--jobs", description = "Files at a time (default: ${DEFAULT-VALUE}).", defaultValue = "8")
    private int jobs;

    @Override
    public Integer call() throws IOException {
        try (var api = Server.connect()) {
            var source = new HttpPullSource(api, id, generation, jobs);
            PullReceipt receipt;
            try (var progress = new Progress(id, source.bytes())) {
                receipt = new PullDataset(source, jobs).run(folder, (file, bytes) -> progress.add(bytes));
            }
            if (output.json()) {
                output.print(json(receipt));
            } else {
                print(receipt);
            }
            return 0;
        }
    }

    private void print(PullReceipt receipt) {
        output.out()
                .printf(
                        "%s generation %d: %d files, %d fetched (%d bytes), %d already there and verified%n",
                        receipt.dataset(),
                        receipt.generation(),
                        receipt.files(),
                        receipt.fetched(),
                        receipt.fetchedBytes(),
                        receipt.kept());
        if (receipt.removed() > 0) {
            output.out().printf("%d files that the dataset no longer has were removed%n", receipt.removed());
        }
        if (receipt.others() > 0) {
            output.err()
                    .printf("%d files in the folder are not the dataset's; they were left alone%n", receipt.others());
        }
        output.out().println("content_hash " + receipt.contentHash());
    }

    private static ObjectNode json(PullReceipt receipt) {
        return Api.JSON
                .createObjectNode()
                .put("dataset_id", receipt.dataset())
                .put("generation", receipt.generation())
                .put("content_hash", receipt.contentHash().hex())
                .put("files", receipt.files())
                .put("bytes", receipt.bytes())
                .put("fetched", receipt.fetched())
                .put("fetched_bytes", receipt.fetchedBytes())
                .put("kept", receipt.kept())
                .put("removed", receipt.removed())
                .put("others", receipt.others());
    }
}
