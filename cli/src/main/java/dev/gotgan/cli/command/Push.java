package dev.gotgan.cli.command;

import dev.gotgan.cli.http.Multipart;
import dev.gotgan.cli.screen.Output;
import dev.gotgan.cli.screen.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/// Sends a folder or an archive.
@Command(name = "push", description = "Upload a folder or an archive: a new dataset, or more files for one (--to).")
public final class Push implements Callable<Integer> {
    @Mixin
    private Output output;

    @Parameters(paramLabel = "DIR|ARCHIVE")
    private Path source;

    @Option(names = "--to", paramLabel = "ID", description = "Add to this dataset instead of making a new one.")
    private @Nullable String to;

    @Option(
            names = "--labels-only",
            description = "Only labels change; an image among the files refuses the whole push.")
    private boolean labelsOnly;

    @Option(names = "--replace-labels", description = "With --labels-only: labels that are not sent are removed.")
    private boolean replaceLabels;

    @Option(names = "--name", description = "The new dataset's name (default: the folder's or file's).")
    private @Nullable String name;

    @Option(names = "--task", description = "The new dataset's task type, until labels say otherwise.")
    private @Nullable String task;

    @Option(names = "--tag", description = "A tag of the new dataset; may be repeated.")
    private List<String> tags = List.of();

    @Option(names = "--visibility", description = "private (default) or public.")
    private @Nullable String visibility;

    @Override
    public Integer call() throws IOException {
        var load = PushedFiles.of(source, output);
        try (var api = Server.connect();
                var progress = new Progress(source.getFileName() + "", load.bytes())) {
            var body = load.into(new Multipart(progress::add));
            var answer = api.post(to == null ? make(body) : add(body, to), body.contentType(), body.body());
            if (output.json()) {
                output.print(answer);
            } else {
                report(answer);
            }
            return 0;
        }
    }

    private String make(Multipart body) {
        body.field("name", name != null ? name : PushedFiles.nameOf(source));
        optional(body, "task_type", task);
        optional(body, "visibility", visibility);
        if (!tags.isEmpty()) {
            body.field("tags", String.join(",", tags));
        }
        return Server.DATASETS + "/upload";
    }

    private String add(Multipart body, String dataset) {
        body.field("labels_only", Boolean.toString(labelsOnly));
        if (labelsOnly) {
            body.field("mode", replaceLabels ? "replace" : "merge");
        }
        return Server.dataset(dataset) + "/upload";
    }

    private static void optional(Multipart body, String name, @Nullable String value) {
        if (value != null) {
            body.field(name, value);
        }
    }

    private void report(JsonNode answer) {
        var out = output.out();
        for (var warning : answer.path("warnings")) {
            output.err().println("warning: " + warning.path("detail").asString(warning.toString()));
        }
        if (to == null) {
            out.println(answer.path("dataset_id").asString());
        }
        out.printf(
                "%s images, %s, %s%n",
                answer.path("num_images").asString("0"),
                answer.path("format").asString("unknown"),
                answer.path("task_type").asString("unknown"));
        if (to != null) {
            out.printf(
                    "added %s, changed %s, removed %s, unchanged %s%n",
                    answer.path("added").asString("0"),
                    answer.path("changed").asString("0"),
                    answer.path("removed").asString("0"),
                    answer.path("unchanged").asString("0"));
        }
        out.println("content_hash " + answer.path("content_hash").asString(""));
    }
}
