package dev.gotgan.cli.command;

import dev.gotgan.cli.http.Api;
import dev.gotgan.cli.screen.Output;
import dev.gotgan.cli.screen.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/// Lists datasets.
@Command(name = "ls", description = "List the datasets you may see.")
public final class Ls implements Callable<Integer> {
    @Mixin
    private Output output;

    @Parameters(arity = "0..1", paramLabel = "TEXT", description = "Only those whose name, id or description has it.")
    private @Nullable String text;

    @Option(names = "--task", description = "Only this task type, as object_detection.")
    private @Nullable String task;

    @Option(names = "--tag", description = "Only those with this tag; may be repeated.")
    private List<String> tags = List.of();

    @Option(names = "--mine", description = "Only your own.")
    private boolean mine;

    @Override
    public Integer call() throws IOException {
        try (var api = Server.connect()) {
            var found = api.get(Api.DATASETS + "/available?" + String.join("&", query()));
            if (output.json()) {
                output.print(found);
            } else {
                table(found);
            }
            return 0;
        }
    }

    private List<String> query() {
        var query = new ArrayList<String>();
        query.add("limit=1000");
        if (text != null) {
            query.add("q=" + Api.encoded(text));
        }
        if (task != null) {
            query.add("task_type=" + Api.encoded(task));
        }
        if (!tags.isEmpty()) {
            query.add("tags=" + Api.encoded(String.join(",", tags)));
        }
        if (mine) {
            query.add("owner=me");
        }
        return query;
    }

    private void table(JsonNode found) {
        if (found.isEmpty()) {
            output.err().println("No datasets. `gotgan push DIR` makes one.");
            return;
        }
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("ID", "NAME", "FORMAT", "TASK", "IMAGES", "MB", "ROLE"));
        for (var each : found) {
            rows.add(List.of(
                    each.path("id").asString(),
                    each.path("name").asString(),
                    each.path("format").asString(),
                    each.path("task_type").asString(),
                    each.path("num_items").asString("0"),
                    each.path("size_mb").asString(""),
                    each.path("role").asString("")));
        }
        Table.print(rows, output.out());
    }
}
