package dev.gotgan.server.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The API's description, read from where the server hands it out.
public final class ApiFile {
    private static final List<String> METHODS = List.of("get", "put", "post", "delete", "patch", "head", "options");
    private static final ApiFile FILE = new ApiFile();

    private final JsonNode root;
    private final List<Operation> operations;

    private ApiFile() {
        try (var bytes = ApiFile.class.getResourceAsStream("/dev/gotgan/server/api/gotgan.yaml")) {
            var settings = LoadSettings.builder()
                    .setAllowDuplicateKeys(false)
                    .setCodePointLimit(1 << 24)
                    .build();
            this.root = new JsonMapper().valueToTree(new Load(settings).loadFromInputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.operations = root.path("paths").properties().stream()
                .flatMap(path -> operations(path.getKey(), path.getValue()))
                .toList();
    }

    public static ApiFile read() {
        return FILE;
    }

    public List<Operation> operations() {
        return operations;
    }

    /// The operation that a request is for; the path with the most literal segments wins, as in Spring.
    Optional<Operation> find(String method, String address) {
        return operations.stream()
                .filter(each -> each.method().equals(method) && each.matches(address) >= 0)
                .max(Comparator.comparingInt(each -> each.matches(address)));
    }

    JsonNode components() {
        return root.path("components");
    }

    /// What a `$ref` means; anything else is itself.
    JsonNode resolved(JsonNode node) {
        var ref = node.path("$ref").asString("");
        if (ref.isEmpty()) {
            return node;
        }
        var found = root.at(ref.substring(1));
        if (found.isMissingNode()) {
            throw new AssertionError("nothing stands at " + ref);
        }
        return found;
    }

    /// Every `$ref`, as often as it stands there.
    Stream<String> references() {
        return root.findValues("$ref").stream().map(ref -> ref.asString(""));
    }

    private Stream<Operation> operations(String path, JsonNode item) {
        return METHODS.stream().filter(item::has).map(method -> {
            var node = item.path(method);
            var parameters = new ArrayList<JsonNode>();
            item.path("parameters").forEach(each -> parameters.add(resolved(each)));
            node.path("parameters").forEach(each -> parameters.add(resolved(each)));
            return new Operation(method.toUpperCase(Locale.ROOT), path, node, parameters, responses(node));
        });
    }

    private Map<String, JsonNode> responses(JsonNode operation) {
        var responses = new LinkedHashMap<String, JsonNode>();
        operation
                .path("responses")
                .properties()
                .forEach(each -> responses.put(each.getKey(), resolved(each.getValue())));
        return responses;
    }
}
