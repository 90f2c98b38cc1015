package dev.gotgan.server.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Holds whatever a server answered to the API file: its status, its type, its body to the last field, its code.
/// A test's client asks it for each answer, so every test of the server is one of the contract, too.
public final class Contract {
    private static final String PROBLEM = "application/problem+json";
    private static final JsonMapper JSON = new JsonMapper();
    private static final Contract CONTRACT = new Contract();

    private final ApiFile file = ApiFile.read();
    private final SchemaRegistry schemas = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private final ConcurrentHashMap<JsonNode, Schema> compiled = new ConcurrentHashMap<>();
    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    private final ObjectNode strict;

    private Contract() {
        strict = file.components().deepCopy().asObject();
        strict.path("schemas").forEach(Contract::close);
    }

    public static Contract of() {
        return CONTRACT;
    }

    /// What was answered up to now, as `GET /healthz 200`.
    Set<String> seen() {
        return new TreeSet<>(seen);
    }

    /// Throws what the answer has other than the file says.
    public void check(String method, String address, int status, String type, byte[] body) {
        check(method, address, new Response(status, type, body));
    }

    private void check(String method, String address, Response answer) {
        var found = file.find(method, address.replaceFirst("\\?.*", ""));
        if (found.isEmpty()) {
            undescribed(method, address, answer);
            return;
        }
        var operation = found.get();
        var response = operation.response(answer.status());
        if (answer.status() >= 400 && !response.path("content").has("application/json")) {
            problem(operation, response, answer);
        } else {
            success(operation, response, answer);
        }
        seen.add(operation.route() + " " + answer.status());
    }

    /// An answer as it came.
    ///
    /// @param type the header `Content-Type`; empty for none
    @SuppressWarnings("ArrayRecordComponent") // bytes as they came
    private record Response(int status, String type, byte[] body) {
        @Override
        public String toString() {
            return status + " " + type + " " + new String(body, UTF_8);
        }
    }

    private void undescribed(String method, String address, Response answer) {
        if (answer.status() >= 400 && !method.equals("HEAD")) {
            expect(answer.type().equals(PROBLEM), method + " " + address, "a problem", answer);
            valid(
                    file.components()
                            .at("/responses/AnyProblem/content")
                            .path(PROBLEM)
                            .path("schema"),
                    answer,
                    address);
        }
    }

    private void problem(Operation operation, JsonNode response, Response answer) {
        expect(answer.type().equals(PROBLEM), operation.route(), "a problem", answer);
        var body = valid(response.path("content").path(PROBLEM).path("schema"), answer, operation.route());
        var code = body.path("code").asString("");
        var known =
                Stream.concat(codes(response), codes(operation.anyProblem())).collect(Collectors.toSet());
        expect(known.contains(code), operation.route(), "a code of " + known, answer);
        expect(body.path("status").asInt() == answer.status(), operation.route(), "its own status", answer);
    }

    private void success(Operation operation, JsonNode response, Response answer) {
        var content = response.path("content");
        if (content.isMissingNode()) {
            expect(answer.body().length == 0, operation.route(), "no body", answer);
            return;
        }
        var type = answer.type().replaceFirst(";.*", "");
        expect(content.has(type) || content.has("*/*"), operation.route(), "one of " + content.propertyNames(), answer);
        if (type.equals("application/json")) {
            valid(content.path(type).path("schema"), answer, operation.route());
        }
    }

    private JsonNode valid(JsonNode schema, Response answer, String about) {
        var body = JSON.readTree(answer.body());
        var errors = compiled.computeIfAbsent(schema, this::compile)
                .validate(body, context -> context.executionConfig(how -> how.formatAssertionsEnabled(true)));
        expect(errors.isEmpty(), about, errors.toString(), answer);
        return body;
    }

    private Schema compile(JsonNode schema) {
        var whole = schema.deepCopy().asObject();
        whole.set("components", strict);
        return schemas.getSchema(whole);
    }

    /// What the file does not name may not be answered either: clients that are generated from it never see it.
    private static void close(JsonNode schema) {
        if (schema.has("properties") && !schema.has("additionalProperties")) {
            schema.asObject().put("additionalProperties", false);
        }
    }

    /// The codes in a response's description, which is their list.
    static Stream<String> codes(JsonNode response) {
        return Stream.of(response.path("description").asString("").split(",\\s*"));
    }

    private static void expect(boolean fine, String about, String wanted, Response answer) {
        if (!fine) {
            throw new AssertionError("%s should have answered %s, not %s".formatted(about, wanted, answer));
        }
    }
}
