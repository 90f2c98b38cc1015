package dev.gotgan.cli.command;

import dev.gotgan.cli.http.Api;
import dev.gotgan.cli.screen.Output;
import dev.gotgan.cli.screen.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/// Shows one dataset.
@Command(name = "show", description = "Show one dataset.")
public final class Show implements Callable<Integer> {
    @Mixin
    private Output output;

    @Parameters(paramLabel = "ID")
    private String id;

    @Override
    public Integer call() throws IOException {
        try (var api = Server.connect()) {
            var dataset = api.get(Api.dataset(id));
            if (output.json()) {
                output.print(dataset);
            } else {
                print(dataset);
            }
            return 0;
        }
    }

    private void print(JsonNode dataset) {
        var rows = new ArrayList<List<String>>();
        for (var field : List.of(
                "id",
                "name",
                "description",
                "visibility",
                "format",
                "task_type",
                "num_images",
                "num_classes",
                "version",
                "content_hash",
                "storage_path",
                "training_ready",
                "role",
                "created_at",
                "updated_at")) {
            var value = dataset.path(field);
            if (!value.isMissingNode() && !value.isNull()) {
                rows.add(List.of(field, value.asString(value.toString())));
            }
        }
        rows.add(List.of("tags", joined(dataset.path("tags"))));
        rows.add(List.of("class_names", joined(dataset.path("class_names"))));
        rows.add(List.of("splits", dataset.path("splits").toString()));
        Table.print(rows, output.out());
    }

    private static String joined(JsonNode list) {
        var names = new ArrayList<String>();
        list.forEach(each -> names.add(each.asString()));
        return String.join(", ", names);
    }
}
