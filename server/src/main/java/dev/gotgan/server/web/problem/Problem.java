package dev.gotgan.server.web.problem;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What went wrong, ready to be told: no stack trace, no place on the server's disk.
///
/// @param detail one sentence for a person: what, where, and the way out
/// @param errors one per wrong input; empty where there is only one thing to say
/// @param more   further members of the JSON object, as the upload that holds a path
/// @param headers response headers that belong to it, as `Retry-After`
public record Problem(
        Code code, String detail, List<Item> errors, Map<String, Object> more, Map<String, String> headers) {
    public Problem {
        errors = List.copyOf(errors);
        more = Map.copyOf(more);
        headers = Map.copyOf(headers);
    }

    /// One wrong input of several.
    ///
    /// @param path the file, or the field as `tags[2]`
    /// @param line 1-based line in the file; 0 where a line makes no sense
    public record Item(String path, int line, Code code, String detail) {}

    public static Problem of(Code code, String detail) {
        return new Problem(code, detail, List.of(), Map.of(), Map.of());
    }

    public static Problem of(Code code, String detail, List<Item> errors) {
        return new Problem(code, detail, errors, Map.of(), Map.of());
    }

    public Problem with(String member, Object value) {
        var wider = new LinkedHashMap<>(more);
        wider.put(member, value);
        return new Problem(code, detail, errors, wider, headers);
    }

    public Problem withHeader(String name, String value) {
        var wider = new LinkedHashMap<>(headers);
        wider.put(name, value);
        return new Problem(code, detail, errors, more, wider);
    }
}
