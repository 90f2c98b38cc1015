package dev.gotgan.cli.command;

import dev.gotgan.cli.http.Api;
import dev.gotgan.cli.http.HttpPullSource;
import dev.gotgan.cli.http.Unreachable;
import dev.gotgan.cli.screen.Output;
import dev.gotgan.cli.screen.Progress;
import dev.gotgan.engine.pull.CachedPull;
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

    @Option(names = "--jobs", description = "Files at a time (default: ${DEFAULT-VALUE}).", defaultValue = "16")
    private int jobs;

    @Override
    public Integer call() throws IOException {
        try (var api = Server.connect()) {
            HttpPullSource source;
            try {
                source = new HttpPullSource(api, id, generation, jobs);
            } catch (Unreachable e) {
                show(cached(e), true);
                return 0;
            }
            try (var progress = new Progress(id, source.bytes())) {
                show(new PullDataset(source, jobs).run(folder, (file, bytes) -> progress.add(bytes)), false);
            }
            return 0;
        }
    }

    private PullReceipt cached(Unreachable failure) throws IOException {
        var receipt = new CachedPull(jobs).find(id, generation, folder).orElseThrow(() -> failure);
        output.err().println(failure.getMessage());
        output.err()
                .printf(
                        "%s holds generation %d as the last pull left it%s%n",
                        folder,
                        receipt.generation(),
                        generation == null ? "; whether the dataset was changed since is not known" : "");
        return receipt;
    }

    private void show(PullReceipt receipt, boolean offline) {
        output.show(json(receipt).put("offline", offline), out -> print(receipt));
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
