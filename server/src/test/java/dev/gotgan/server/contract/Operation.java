package dev.gotgan.server.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// One operation of the API file.
///
/// @param parameters its own and those of its path, each looked up
/// @param responses  by status or `default`, each looked up
public record Operation(
        String method, String path, JsonNode node, List<JsonNode> parameters, Map<String, JsonNode> responses) {
    public String id() {
        return node.path("operationId").asString("");
    }

    /// As `GET /healthz`.
    public String route() {
        return method + " " + path;
    }

    /// The rule, and whether a call only reads although it is no GET: as `VIEWER READS`.
    public String access() {
        var effect = node.path("x-effect").asString("BY_METHOD");
        return node.path("x-access").asString("") + " " + effect;
    }

    /// Whether it stands in the address of a dataset.
    public boolean ofDataset() {
        return path.startsWith("/api/v1/datasets/{id}") || path.contains("{task_id}");
    }

    /// How many literal segments `address` shares with this path; -1 if it is not below it.
    int matches(String address) {
        var mine = path.split("/", -1);
        var theirs = address.split("/", -1);
        int same = 0;
        if (mine.length != theirs.length) {
            return -1;
        }
        for (int i = 0; i < mine.length; i++) {
            if (mine[i].equals(theirs[i])) {
                same++;
            } else if (!mine[i].startsWith("{")) {
                return -1;
            }
        }
        return same;
    }

    /// What a response with this status is described as; the default for a refusal that the operation does not name.
    JsonNode response(int status) {
        var named = responses.get(Integer.toString(status));
        if (named != null) {
            return named;
        }
        if (status < 400) {
            throw new AssertionError(route() + " describes no answer " + status);
        }
        return anyProblem();
    }

    JsonNode anyProblem() {
        var any = responses.get("default");
        if (any == null) {
            throw new AssertionError(route() + " has no default response");
        }
        return any;
    }

    List<Integer> successes() {
        var found = new ArrayList<Integer>();
        responses.keySet().stream()
                .filter(status -> status.startsWith("2") || status.startsWith("3"))
                .map(Integer::valueOf)
                .forEach(found::add);
        return found;
    }
}
