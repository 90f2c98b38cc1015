package dev.gotgan.server.dataset;

import dev.gotgan.server.web.problem.Code;
import dev.gotgan.server.web.problem.Problem;
import dev.gotgan.server.web.problem.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A JSON object in which an absent key and a null one mean different things, which no record can tell apart.
final class SparseBody {
    private final JsonNode body;

    private SparseBody(JsonNode body) {
        this.body = body;
    }

    /// Refuses keys that are in none of `known`.
    @SafeVarargs
    static SparseBody of(JsonNode body, Set<String>... known) {
        if (!body.isObject()) {
            throw new Refused(Code.INVALID_PARAMETER, "The body must be a JSON object.");
        }
        var unknown = new TreeSet<>(body.propertyNames());
        for (var some : known) {
            unknown.removeAll(some);
        }
        if (!unknown.isEmpty()) {
            var items = unknown.stream()
                    .map(key -> new Problem.Item(key, 0, Code.FIELD_UNKNOWN, key + " can't be set here."))
                    .toList();
            throw new Refused(Code.FIELD_UNKNOWN, String.join(", ", unknown) + " can't be set here.", items);
        }
        return new SparseBody(body);
    }

    boolean has(String key) {
        return body.has(key);
    }

    boolean hasAny(Set<String> keys) {
        return keys.stream().anyMatch(body::has);
    }

    @Nullable
    String text(String key) {
        var value = body.path(key);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        return text(key, value, "a text");
    }

    /// A number from 1.
    @Nullable
    Integer number(String key) {
        var value = body.path(key);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isInt() || value.intValue() <= 0) {
            throw wrong(key, "a number from 1");
        }
        return value.intValue();
    }

    /// One of a closed list.
    <T> @Nullable T word(String key, Function<String, Optional<T>> find) {
        var word = text(key);
        return word == null ? null : find.apply(word).orElseThrow(() -> wrong(key, "one of the known words"));
    }

    @Nullable
    List<String> texts(String key) {
        var value = body.path(key);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isArray()) {
            throw wrong(key, "a list of texts");
        }
        var texts = new ArrayList<String>();
        value.forEach(each -> texts.add(text(key, each, "a list of texts")));
        return texts;
    }

    <T> T required(String key, @Nullable T value) {
        if (value == null) {
            throw wrong(key, "given, or left out");
        }
        return value;
    }

    private static String text(String key, JsonNode value, String kind) {
        if (!value.isString()) {
            throw wrong(key, kind);
        }
        return value.stringValue();
    }

    private static Refused wrong(String key, String kind) {
        return new Refused(Code.INVALID_PARAMETER, key + " must be " + kind + ".");
    }
}
