package dev.gotgan.cli.push;

import dev.gotgan.cli.http.Api;
import dev.gotgan.cli.http.HttpPullSource;
import dev.gotgan.cli.push.PushFolder.Mirror;
import dev.gotgan.cli.screen.Output;
import dev.gotgan.cli.screen.Terminal;
import dev.gotgan.engine.content.FileEntry;
import dev.gotgan.engine.content.LogicalPath;
import dev.gotgan.engine.push.HashFiles.Hashed;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;

/// Finds what a dataset holds and a folder does not, and asks before it is removed.
final class MirrorFolder {
    private final Api api;
    private final Output output;
    private final Mirror mirror;

    MirrorFolder(Api api, Output output, Mirror mirror) {
        this.api = api;
        this.output = output;
        this.mirror = mirror;
    }

    /// Adds to `gone` the paths that are to be removed.
    ///
    /// @throws IOException nobody said yes
    void remove(String dataset, List<Hashed> files, ArrayNode gone) throws IOException {
        if (mirror == Mirror.OFF) {
            return;
        }
        var surplus = surplus(dataset, files);
        if (!surplus.isEmpty() && mirror == Mirror.ASK) {
            ask(surplus);
        }
        surplus.forEach(path -> gone.add(path.value()));
    }

    List<LogicalPath> surplus(String dataset, List<Hashed> files) throws IOException {
        var here = new HashSet<LogicalPath>();
        files.forEach(file -> here.add(file.entry().path()));
        return new HttpPullSource(api, dataset, null, 1)
                .manifest().files().stream()
                        .map(FileEntry::path)
                        .filter(path -> !here.contains(path))
                        .sorted()
                        .toList();
    }

    private void ask(List<LogicalPath> surplus) throws IOException {
        surplus.stream().limit(10).forEach(path -> output.err().println("  remove " + path));
        if (surplus.size() > 10) {
            output.err().println("  … and " + (surplus.size() - 10) + " more");
        }
        var terminal = Terminal.find();
        if (terminal.isEmpty()) {
            throw new IOException("%d files would be removed; say --yes if that is meant".formatted(surplus.size()));
        }
        var answer = terminal.get().readLine("Remove %d files of the dataset? [y/N] ", surplus.size());
        if (answer == null || !answer.strip().equalsIgnoreCase("y")) {
            throw new IOException("nothing was changed; the upload waits, push again to go on");
        }
    }
}
