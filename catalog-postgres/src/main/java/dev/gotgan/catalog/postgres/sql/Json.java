package dev.gotgan.catalog.postgres.sql;

import dev.gotgan.engine.facts.Analysis;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// The few shapes that stand in `jsonb` columns.
public final class Json {
    private static final JsonFactory FACTORY = JsonFactory.builder().build();

    private Json() {}

    /// Whatever `content` writes.
    public static String of(Consumer<JsonGenerator> content) {
        var text = new StringWriter();
        try (var json = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            content.accept(json);
        }
        return text.toString().replace("\\u0000", "\\uFFFD"); // jsonb can't hold U+0000
    }

    public static String texts(List<String> values) {
        return of(json -> {
            json.writeStartArray();
            values.forEach(json::writeString);
            json.writeEndArray();
        });
    }

    public static @Nullable String textsOrNull(@Nullable List<String> values) {
        return values == null ? null : texts(values);
    }

    public static String splits(List<Analysis.Split> splits) {
        return of(json -> {
            json.writeStartArray();
            for (var split : splits) {
                json.writeStartObject();
                json.writeStringProperty("name", split.name());
                json.writeNumberProperty("images", split.images());
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    public static String map(Map<String, String> values) {
        return of(json -> {
            json.writeStartObject();
            values.forEach(json::writeStringProperty);
            json.writeEndObject();
        });
    }

    /// The strings of an array; none where the column is null.
    public static List<String> texts(@Nullable String json) {
        var texts = new ArrayList<String>();
        read(json, parser -> {
            if (parser.currentToken() == JsonToken.VALUE_STRING) {
                texts.add(parser.getString());
            }
        });
        return List.copyOf(texts);
    }

    public static List<Analysis.Split> splits(@Nullable String json) {
        var splits = new ArrayList<Analysis.Split>();
        var name = new StringBuilder();
        var images = new long[1];
        read(json, parser -> {
            switch (parser.currentToken()) {
                case VALUE_STRING -> name.append(parser.getString());
                case VALUE_NUMBER_INT -> images[0] = parser.getLongValue();
                case END_OBJECT -> {
                    splits.add(new Analysis.Split(name.toString(), images[0]));
                    name.setLength(0);
                }
                default -> {}
            }
        });
        return List.copyOf(splits);
    }

    public static Map<String, String> map(@Nullable String json) {
        var map = new LinkedHashMap<String, String>();
        read(json, parser -> {
            if (parser.currentToken() == JsonToken.VALUE_STRING) {
                map.put(parser.currentName(), parser.getString());
            }
        });
        return map;
    }

    private static void read(@Nullable String json, Consumer<JsonParser> each) {
        if (json == null) {
            return;
        }
        try (var parser = FACTORY.createParser(ObjectReadContext.empty(), json)) {
            while (parser.nextToken() != null) {
                each.accept(parser);
            }
        }
    }
}
