package dev.gotgan.cli.command;

import dev.gotgan.cli.http.Api;
import dev.gotgan.cli.http.Multipart;
import dev.gotgan.cli.push.CompareFolder;
import dev.gotgan.cli.push.PushFolder;
import dev.gotgan.cli.screen.NameNote;
import dev.gotgan.cli.screen.Output;
import dev.gotgan.cli.screen.Progress;
import dev.gotgan.engine.content.LogicalPath;
import dev.gotgan.engine.content.door.PathDoor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Sends a folder or an archive.
@Command(name = "push", description = "Upload a folder or an archive: a new dataset, or more files for one (--to).")
public final class Push implements Callable<Integer> {
    @Mixin
    private Output output;

    @Spec
    private CommandSpec command;

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

    @Option(names = "--message", description = "What the history will say of it.")
    private String message = "";

    @Option(names = "--mirror", description = "Remove files of the dataset that the folder has not; asks first.")
    private boolean mirror;

    @Option(names = "--yes", description = "With --mirror: do not ask.")
    private boolean yes;

    @Option(names = "--dry-run", description = "Only tell what would be sent, overwritten and removed.")
    private boolean dryRun;

    @Option(names = "--jobs", description = "Files at a time (default: ${DEFAULT-VALUE}).", defaultValue = "16")
    private int jobs;

    @Option(names = "--visibility", description = "private (default) or public.")
    private @Nullable String visibility;

    @Override
    public Integer call() throws IOException {
        boolean folder = Files.isDirectory(source);
        check(folder);
        try (var api = Server.connect()) {
            if (dryRun) {
                var compared = new CompareFolder(api, output).run(source, to, jobs);
                output.show(compared.json(), out -> compared.print(out));
                return 0;
            }
            var answer = folder ? pushFolder(api) : pushArchive(api);
            output.show(answer, out -> report(answer));
            return 0;
        }
    }

    private void check(boolean folder) {
        if (!folder && (mirror || dryRun)) {
            throw new ParameterException(command.commandLine(), "--mirror and --dry-run are for folders");
        }
        if (labelsOnly && to == null) {
            throw new ParameterException(command.commandLine(), "--labels-only needs --to: whose labels are they?");
        }
        if (replaceLabels && !labelsOnly) {
            throw new ParameterException(command.commandLine(), "--replace-labels is for --labels-only");
        }
    }

    private JsonNode pushFolder(Api api) throws IOException {
        var create = Api.JSON.createObjectNode().put("name", name != null ? name : PushedFiles.nameOf(source));
        if (task != null) {
            create.put("task_type", task);
        }
        if (visibility != null) {
            create.put("visibility", visibility);
        }
        tags.forEach(create.putArray("tags")::add);
        var open = Api.JSON.createObjectNode().put("labels_only", labelsOnly).put("message", message);
        if (labelsOnly) {
            open.put("mode", replaceLabels ? "replace" : "merge");
        }
        var asked = yes ? PushFolder.Mirror.YES : PushFolder.Mirror.ASK;
        var order = new PushFolder.Order(source, to, create, open, mirror ? asked : PushFolder.Mirror.OFF, jobs);
        return withOwnNotes(new PushFolder(api, output).run(order));
    }

    /// The server can't remark on a file that was not sent.
    private JsonNode withOwnNotes(JsonNode answer) {
        var door = new PathDoor();
        if (answer instanceof ObjectNode object && Files.isRegularFile(source.resolve(LogicalPath.META))) {
            door.findPath(LogicalPath.META);
            for (var notice : door.skipped()) {
                var note = object.withArray("warnings").addObject();
                note.put("code", notice.code()).put("count", notice.count()).put("detail", notice.why());
                notice.examples().forEach(note.putArray("examples")::add);
            }
        }
        return answer;
    }

    private JsonNode pushArchive(Api api) throws IOException {
        var load = PushedFiles.of(source, output);
        try (var progress = new Progress(source.getFileName() + "", load.bytes())) {
            var body = load.into(new Multipart(progress::add));
            return api.post(to == null ? make(body) : add(body, to), body.contentType(), body.body());
        }
    }

    private String make(Multipart body) {
        body.field("name", name != null ? name : PushedFiles.nameOf(source));
        optional(body, "task_type", task);
        optional(body, "visibility", visibility);
        if (!tags.isEmpty()) {
            body.field("tags", String.join(",", tags));
        }
        return Api.DATASETS + "/upload";
    }

    private String add(Multipart body, String dataset) {
        body.field("message", message);
        body.field("labels_only", Boolean.toString(labelsOnly));
        if (labelsOnly) {
            body.field("mode", replaceLabels ? "replace" : "merge");
        }
        return Api.dataset(dataset) + "/upload";
    }

    private static void optional(Multipart body, String name, @Nullable String value) {
        if (value != null) {
            body.field(name, value);
        }
    }

    private void report(JsonNode answer) {
        var out = output.out();
        for (var warning : answer.path("warnings")) {
            new NameNote(
                            warning.path("code").asString(""),
                            warning.path("count").asLong(1),
                            warning.path("examples").path(0).asString(""),
                            warning.path("detail").asString(""))
                    .print(output.err());
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
