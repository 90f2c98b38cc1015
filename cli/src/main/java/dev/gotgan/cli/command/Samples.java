package dev.gotgan.cli.command;

import dev.gotgan.cli.http.Api;
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
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Datasets that the platform offers to everybody.
@Command(
        name = "samples",
        description = "Platform samples: public datasets without an owner.",
        subcommands = Samples.Upload.class)
public final class Samples {
    /// Sends folders as platform samples.
    @Command(name = "upload", description = "Upload folders or archives as platform samples (admins only).")
    static final class Upload implements Callable<Integer> {
        @Mixin
        private Output output;

        @Spec
        private CommandSpec command;

        @Parameters(arity = "1..*", paramLabel = "DIR|ARCHIVE")
        private List<Path> sources;

        @Option(names = "--id", description = "A human id, as cls-imagenet-10; once for each folder, in their order.")
        private List<String> ids = List.of();

        @Option(names = "--name", description = "A name (default: the folder's); once for each folder, in their order.")
        private List<String> names = List.of();

        @Option(names = "--tag", description = "A tag beside platform-sample; may be repeated.")
        private List<String> tags = List.of();

        @Override
        public Integer call() throws IOException {
            if ((!ids.isEmpty() && ids.size() != sources.size())
                    || (!names.isEmpty() && names.size() != sources.size())) {
                throw new ParameterException(
                        command.commandLine(), "give --id and --name once for each folder, or not at all");
            }
            var made = Api.JSON.createArrayNode();
            try (var api = Server.connect()) {
                for (int i = 0; i < sources.size(); i++) {
                    var answer = upload(api, sources.get(i), at(ids, i), at(names, i));
                    made.add(answer);
                    if (!output.json()) {
                        output.out()
                                .printf(
                                        "%s  %s images, %s%n",
                                        answer.path("dataset_id").asString(),
                                        answer.path("num_images").asString("0"),
                                        answer.path("format").asString());
                    }
                }
            }
            if (output.json()) {
                output.print(made);
            }
            return 0;
        }

        private tools.jackson.databind.JsonNode upload(Api api, Path source, @Nullable String id, @Nullable String name)
                throws IOException {
            var load = PushedFiles.of(source, output);
            try (var progress = new Progress(String.valueOf(source.getFileName()), load.bytes())) {
                var all = new java.util.ArrayList<>(List.of("platform-sample"));
                all.addAll(tags);
                var body = load.into(new Multipart(progress::add))
                        .field("name", name != null ? name : PushedFiles.nameOf(source))
                        .field("platform", "true")
                        .field("visibility", "public")
                        .field("tags", String.join(",", all));
                if (id != null) {
                    body.field("id", id);
                }
                return api.post(Api.DATASETS + "/upload", body.contentType(), body.body());
            }
        }

        private static @Nullable String at(List<String> list, int index) {
            return list.isEmpty() ? null : list.get(index);
        }
    }
}
