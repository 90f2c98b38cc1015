package dev.gotgan.e2e.hostile;

import dev.gotgan.e2e.parts.Client;
import dev.gotgan.e2e.parts.CommandLine;
import dev.gotgan.e2e.parts.OwnDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Sends a case in by each way and tells what came of it.
final class Senders {
    private static final String UPLOAD = "/api/v1/datasets/upload";
    private static final Pattern SAID = Pattern.compile("(?m)^gotgan: ([a-z_]+): ");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Client client;
    private final CommandLine commands;
    private final OwnDatabase database;
    private final Map<String, String> reasons = HostileCase.reasons();

    Senders(Client client, CommandLine commands, OwnDatabase database) {
        this.client = client;
        this.commands = commands;
        this.database = database;
    }

    /// Empty where the case can't come in this way.
    Optional<Outcome> send(HostileCase hostile, Material material, Way way, Path folder) throws IOException {
        return switch (way) {
            case ARCHIVE ->
                Optional.of(http(List.of(
                        Client.Part.field("name", hostile.id()),
                        new Client.Part("file", material.archiveName(), material.archive()))));
            case TAR ->
                material.tar()
                        .map(tar -> http(List.of(
                                Client.Part.field("name", hostile.id()),
                                new Client.Part("file", hostile.id() + ".tar", tar))));
            case FILES ->
                material.files().map(files -> {
                    var parts = new ArrayList<>(List.of(Client.Part.field("name", hostile.id())));
                    files.forEach((path, bytes) -> parts.add(Client.Part.file(path, bytes)));
                    return http(parts);
                });
            case PUSH -> Optional.of(pushed(commands.run("push", laid(material, folder), "--json")));
            case ANALYZE -> Optional.of(analyzed(commands.run("analyze", laid(material, folder), "--json")));
        };
    }

    /// As a folder where a file system can hold it, as an archive otherwise.
    private static String laid(Material material, Path folder) throws IOException {
        var tree = Files.createDirectories(folder.resolve("tree"));
        if (material.files().isPresent() && material.lay(tree)) {
            return tree.toString();
        }
        return Files.write(folder.resolve(material.archiveName()), material.archive())
                .toString();
    }

    private Outcome http(List<Client.Part> parts) {
        var answer = client.upload(UPLOAD, parts);
        if (answer.status() / 100 != 2) {
            boolean problem =
                    answer.headers().firstValue("content-type").orElse("").startsWith("application/problem+json");
            return Outcome.refused(answer.status(), problem ? answer.code() : "no problem+json", answer.text());
        }
        return taken(answer.status(), answer.json(), answer.text());
    }

    private Outcome pushed(CommandLine.Result result) {
        return result.exit() == 0 ? taken(201, JSON.readTree(result.out()), result.out()) : refused(result);
    }

    private static Outcome refused(CommandLine.Result result) {
        var said = SAID.matcher(result.err());
        String code = said.find() && result.exit() == 5 ? said.group(1) : "exit " + result.exit();
        return Outcome.refused(0, code, result.err());
    }

    private Outcome taken(int status, JsonNode answer, String said) {
        String dataset = answer.path("dataset_id").asString();
        var shown = client.get("/api/v1/datasets/" + dataset).json();
        var findings = database
                .column(
                        "select severity || ' ' || kind || ' ' || coalesce(path, '') from findings"
                                + " where dataset = ? and gen_to is null",
                        dataset)
                .stream()
                .map(row -> row.split(" ", 3))
                .map(row -> new Outcome.Finding(row[0], reasons.getOrDefault(row[1], row[1]), row[2]))
                .toList();
        var found = new Outcome.Found(
                shown.path("format").asString(),
                shown.path("task_type").asString(),
                answer.path("num_images").asLong(),
                strings(shown.path("class_names")),
                shown.path("training_ready").asBoolean(),
                findings);
        return new Outcome(status, "", said, warnings(answer), dataset, found, stored(dataset));
    }

    private Map<String, String> stored(String dataset) {
        var stored = new TreeMap<String, String>();
        database.column(
                        "select encode(sha256, 'hex') || ' ' || path from files where dataset = ? and gen_to is null",
                        dataset)
                .forEach(row -> stored.put(row.substring(65), row.substring(0, 64)));
        return stored;
    }

    private Outcome analyzed(CommandLine.Result result) {
        if (result.exit() != 0) {
            return refused(result);
        }
        var answer = JSON.readTree(result.out());
        var refused = answer.path("refused");
        if (!refused.isEmpty()) {
            return Outcome.refused(0, refused.path(0).path("code").asString(), result.out());
        }
        var info = answer.path("dataset_info");
        var findings = new ArrayList<Outcome.Finding>();
        for (var finding : answer.path("findings")) {
            findings.add(new Outcome.Finding(
                    finding.path("severity").asString(),
                    finding.path("reason").asString(),
                    finding.path("path").asString("")));
        }
        var found = new Outcome.Found(
                info.path("format").asString(),
                info.path("task_type").asString(),
                info.path("structure").path("num_images").asLong(),
                strings(info.path("structure").path("classes")),
                answer.path("training_ready").asBoolean(),
                findings);
        return new Outcome(0, "", result.out(), warnings(answer), "", found, Map.of());
    }

    private static Set<String> warnings(JsonNode answer) {
        var codes = new TreeSet<String>();
        answer.path("warnings").forEach(each -> codes.add(each.path("code").asString()));
        return codes;
    }

    private static List<String> strings(JsonNode array) {
        var strings = new ArrayList<String>();
        array.forEach(each -> strings.add(each.asString()));
        return strings;
    }
}
