package dev.gotgan.engine.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// A whole JSON file as maps, lists, strings, longs, doubles and booleans, without the fields that are null:
/// for small test vectors.
public final class Json {
    private Json() {}

    /// The objects of the list under `field` at the top of the file.
    public static List<Map<String, Object>> objects(Path file, String field) {
        return list(object(read(file)).get(field)).stream().map(Json::object).toList();
    }

    @SuppressWarnings("unchecked")
    public static Map<String, Object> object(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }

    @SuppressWarnings("unchecked")
    public static List<Object> list(@Nullable Object value) {
        return value instanceof List<?> list ? (List<Object>) list : List.of();
    }

    public static Object read(Path file) {
        try (var in = Files.newInputStream(file);
                var parser = new JsonFactory().createParser(ObjectReadContext.empty(), in)) {
            parser.nextToken();
            return value(parser);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Object value(JsonParser parser) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> {
                var object = new LinkedHashMap<String, Object>();
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    String name = parser.currentName();
                    parser.nextToken();
                    if (parser.currentToken() != JsonToken.VALUE_NULL) {
                        object.put(name, value(parser));
                    }
                }
                yield object;
            }
            case START_ARRAY -> {
                var array = new ArrayList<Object>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    array.add(value(parser));
                }
                yield array;
            }
            case VALUE_STRING -> parser.getString();
            case VALUE_NUMBER_INT -> parser.getLongValue();
            case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> throw new IllegalStateException("odd JSON at " + parser.currentLocation());
        };
    }
}
