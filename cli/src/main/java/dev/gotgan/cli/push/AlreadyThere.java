package dev.gotgan.cli.push;

import dev.gotgan.cli.http.Api;
import dev.gotgan.cli.http.Problem;
import dev.gotgan.cli.push.PushFolder.Order;
import dev.gotgan.engine.push.StatCache.Whole;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// Whether a dataset holds exactly what the folder does, which one hash of all tells: then a push is one question,
/// however many files there are.
final class AlreadyThere {
    private static final Set<String> WRITERS = Set.of("owner", "editor", "admin");

    private final Api api;

    AlreadyThere(Api api) {
        this.api = api;
    }

    /// The answer that a commit of nothing would give. Empty where there is something to send, or to be refused: then
    /// the server says so.
    Optional<JsonNode> find(Order order, Whole here) {
        if (order.to() == null || order.open().path("labels_only").asBoolean(false)) {
            return Optional.empty();
        }
        return dataset(order.to())
                .filter(there ->
                        here.content().hex().equals(there.path("content_hash").asString(""))
                                && WRITERS.contains(there.path("role").asString("")))
                .map(there -> unchanged(there, here.files()));
    }

    /// A server in trouble is no reason to end: this is the short way only.
    private Optional<JsonNode> dataset(String id) {
        try {
            return Optional.of(api.get(Api.dataset(id)));
        } catch (Problem e) {
            if (e.status() < 500) {
                throw e;
            }
            return Optional.empty();
        }
    }

    private static JsonNode unchanged(JsonNode there, long files) {
        var answer = Api.JSON.createObjectNode();
        answer.set("dataset_id", there.path("id"));
        answer.put("status", "uploaded").put("added", 0).put("changed", 0).put("unchanged", files);
        answer.put("removed", 0);
        for (var field : List.of("num_images", "num_classes", "format", "task_type", "content_hash", "version")) {
            answer.set(field, there.path(field));
        }
        answer.set("generation", there.path("generation"));
        answer.putArray("warnings");
        return answer;
    }
}
