package dev.gotgan.engine.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// The same dataset in other words: its classes or splits called otherwise, its JSON with its keys in another order.
final class Reworded {
    private static final JsonFactory JSON = new JsonFactory();

    private Reworded() {}

    /// Each of `classes` with `k_` before it, wherever a label, a list of names or a folder has it.
    static UnaryOperator<String> classes(List<String> classes) {
        var words = String.join(
                "|",
                classes.stream()
                        .sorted((a, b) -> b.length() - a.length())
                        .map(Pattern::quote)
                        .toList());
        var whole = Pattern.compile("(?m)(?<=^|/|<name>|[\"'\\[]|, |: |- )(" + words + ")(?=$|/|</name>|[\"'\\],])");
        return text -> whole.matcher(text).replaceAll("k_$1");
    }

    /// `train` becomes `training`, `val` `validation` and `test` `testing`, in paths and in files.
    static UnaryOperator<String> splits() {
        var words = Pattern.compile("(?<![A-Za-z0-9])(train|val|test)(?![A-Za-z0-9])");
        return text -> words.matcher(text).replaceAll(word -> switch (word.group()) {
            case "train" -> "training";
            case "val" -> "validation";
            default -> "testing";
        });
    }

    /// The keys of every object in another order; what is no JSON stays as it is.
    static byte[] shuffled(byte[] bytes, long seed) {
        try (var json = JSON.createParser(ObjectReadContext.empty(), bytes)) {
            var first = json.nextToken();
            if (first != JsonToken.START_OBJECT) {
                return bytes;
            }
            var value = read(json);
            var out = new ByteArrayOutputStream();
            try (var written = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
                write(value, written, new Random(seed));
            }
            return out.toByteArray();
        } catch (JacksonException e) {
            return bytes;
        }
    }

    private static Object read(JsonParser json) {
        return switch (json.currentToken()) {
            case START_OBJECT -> {
                var members = new LinkedHashMap<String, Object>();
                while (json.nextToken() != JsonToken.END_OBJECT) {
                    var name = json.currentName();
                    json.nextToken();
                    members.put(name, read(json));
                }
                yield members;
            }
            case START_ARRAY -> {
                var items = new ArrayList<>();
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    items.add(read(json));
                }
                yield items;
            }
            case VALUE_STRING -> json.getString().getBytes(UTF_8);
            default -> json.getString(); // a number, true, false or null, as it is written
        };
    }

    private static void write(Object value, JsonGenerator json, Random random) {
        switch (value) {
            case LinkedHashMap<?, ?> members -> {
                var shuffled = new ArrayList<>(members.entrySet());
                Collections.shuffle(shuffled, random);
                json.writeStartObject();
                for (var member : shuffled) {
                    json.writeName(String.valueOf(member.getKey()));
                    write(member.getValue(), json, random);
                }
                json.writeEndObject();
            }
            case List<?> items -> {
                json.writeStartArray();
                items.forEach(item -> write(item, json, random));
                json.writeEndArray();
            }
            case byte[] text -> json.writeString(new String(text, UTF_8));
            default -> json.writeRawValue(String.valueOf(value));
        }
    }
}
