package dev.gotgan.cli.push;

import dev.gotgan.cli.http.Api;
import dev.gotgan.cli.http.HttpPullSource;
import dev.gotgan.cli.screen.Output;
import dev.gotgan.engine.content.FileEntry;
import dev.gotgan.engine.content.LogicalPath;
import dev.gotgan.engine.content.Sha256;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// Tells what a push would do, by the hashes of both sides; sends nothing and changes nothing.
public final class CompareFolder {
    private final Api api;
    private final Output output;

    public CompareFolder(Api api, Output output) {
        this.api = api;
        this.output = output;
    }

    /// Files by what would become of them.
    ///
    /// @param bytes    of `fresh` and `replaced`, as the folder has them
    /// @param missing  that only the dataset has: they stay, unless the push mirrors
    public record Compared(long fresh, long replaced, long same, long missing, long bytes) {
        public ObjectNode json() {
            return Api.JSON
                    .createObjectNode()
                    .put("new", fresh)
                    .put("replaced", replaced)
                    .put("same", same)
                    .put("only_in_dataset", missing)
                    .put("bytes", bytes);
        }

        public void print(PrintWriter out) {
            out.printf("%d new, %d replaced, %d unchanged; %d bytes to send%n", fresh, replaced, same, bytes);
            if (missing > 0) {
                out.printf("%d files only in the dataset: kept, or removed with --mirror%n", missing);
            }
        }
    }

    /// @param to the dataset; null: a new one
    public Compared run(Path folder, @Nullable String to, int jobs) throws IOException {
        Map<LogicalPath, Sha256> there = new HashMap<>();
        if (to != null) {
            for (FileEntry file :
                    new HttpPullSource(api, to, null, 1).manifest().files()) {
                there.put(file.path(), file.sha256());
            }
        }
        long fresh = 0;
        long replaced = 0;
        long same = 0;
        long bytes = 0;
        for (var file : KnownFolder.look(folder, output).read(jobs).files()) {
            var entry = file.entry();
            var now = there.remove(entry.path());
            if (entry.sha256().equals(now)) {
                same++;
                continue;
            }
            bytes += entry.size();
            if (now == null) {
                fresh++;
            } else {
                replaced++;
            }
        }
        return new Compared(fresh, replaced, same, there.size(), bytes);
    }
}
