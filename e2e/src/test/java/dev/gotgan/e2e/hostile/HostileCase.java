package dev.gotgan.e2e.hostile;

import dev.gotgan.e2e.parts.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One input of the corpus and the verdict that its manifest asks for.
record HostileCase(String id, String group, Path file, JsonNode manifest) {
    private static final Pattern ROW = Pattern.compile("^\\| `(\\w+)` \\| (?:error|warning|info) \\| (\\w+) \\|");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// What no name of a file system can be: two slashes in a row, as in `a//b.jpg`, which the corpus itself refuses as
    /// `path_ambiguous`. It also asks for this name, and one door can't do both.
    private static final Set<String> CONTRADICTED = Set.of("path-log4shell");

    /// All of them; empty where the corpus is not beside the repository.
    static Optional<List<HostileCase>> findAll() {
        return Repository.findShared("hostile").map(folder -> {
            var cases = new ArrayList<HostileCase>();
            for (var each : read(folder.resolve("manifest.json")).path("cases")) {
                var file = folder.resolve(each.path("file").asString());
                cases.add(new HostileCase(
                        each.path("id").asString(), each.path("group").asString(), file, each));
            }
            return cases;
        });
    }

    static JsonNode read(Path file) {
        try {
            return JSON.readTree(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The reason class of every kind of finding, as `spec/findings.md` has it.
    static Map<String, String> reasons() {
        var reasons = new TreeMap<String, String>();
        try (var lines = Files.lines(Repository.root().resolve("spec/findings.md"))) {
            lines.map(ROW::matcher).filter(Matcher::find).forEach(row -> reasons.put(row.group(1), row.group(2)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return reasons;
    }

    boolean isContradicted() {
        return CONTRADICTED.contains(id);
    }

    /// A `*` in a name comes in, as the corpus asks, and is warned of, as `spec/layout.md` says: Windows can't store
    /// it.
    boolean isOddOnWindows() {
        return id.equals("path-s3-tilde-parens");
    }

    String expected() {
        return isContradicted() ? "reject" : manifest.path("expected").asString();
    }

    String reason() {
        return isContradicted() ? "path_ambiguous" : manifest.path("reason").asString("");
    }

    /// Whether the whole upload is to be refused when it comes in this way.
    boolean refusesAll(Way way) {
        if (isContradicted()) {
            return true;
        }
        var scope = manifest.path("scope");
        String said = scope.isObject()
                ? scope.path(way == Way.ANALYZE ? "archive" : way.inManifest).asString()
                : scope.asString();
        return expected().equals("reject") && said.equals("upload");
    }

    boolean mayAnswer(Way way, int status) {
        if (isContradicted()) {
            return status == 422;
        }
        var allowed = manifest.path("http");
        for (var each : allowed.isObject() ? allowed.path(way.inManifest) : allowed) {
            if (each.asInt() == status) {
                return true;
            }
        }
        return false;
    }

    boolean isPath() {
        return group.equals("path");
    }
}
