package dev.gotgan.server.web;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import dev.gotgan.engine.content.LogicalPath;
import dev.gotgan.engine.content.Sha256;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.dataset.DatasetState;
import dev.gotgan.engine.dataset.Role;
import dev.gotgan.engine.dataset.UserId;
import dev.gotgan.engine.dataset.Visibility;
import dev.gotgan.engine.facts.Format;
import dev.gotgan.engine.facts.Severity;
import dev.gotgan.engine.facts.TaskType;
import dev.gotgan.engine.task.TaskId;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.MutableCoercionConfig;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/// The contract's JSON: snake_case, UTC times, the engine's values by their names; and nothing guessed when it is
/// read: an unknown key, a key twice, `"1"` for 1 or 1 for `"1"`, a null in a list, or words after the end are refused.
public final class Json {
    private static final int LONGEST = 16 << 20;
    private static final int DEEPEST = 32;

    private Json() {}

    public static JsonMapper mapper() {
        var bounds = StreamReadConstraints.builder()
                .maxDocumentLength(LONGEST)
                .maxNestingDepth(DEEPEST)
                .build();
        return JsonMapper.builder(
                        JsonFactory.builder().streamReadConstraints(bounds).build())
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .withCoercionConfig(LogicalType.Textual, Json::refuseOtherThanText)
                .changeDefaultNullHandling(usual -> JsonSetter.Value.forContentNulls(Nulls.FAIL))
                .addModule(values())
                .build();
    }

    private static void refuseOtherThanText(MutableCoercionConfig text) {
        Stream.of(CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.Boolean)
                .forEach(shape -> text.setCoercion(shape, CoercionAction.Fail));
    }

    private static SimpleModule values() {
        return new SimpleModule("gotgan")
                .addSerializer(DatasetId.class, text(DatasetId::value))
                .addSerializer(LogicalPath.class, text(LogicalPath::value))
                .addSerializer(Sha256.class, text(Sha256::hex))
                .addSerializer(TaskId.class, text(TaskId::toString))
                .addSerializer(DatasetState.class, text(DatasetState::wire))
                .addSerializer(Severity.class, text(Severity::wire))
                .addSerializer(Format.class, text(Format::wire))
                .addSerializer(TaskType.class, text(TaskType::wire))
                .addSerializer(Visibility.class, text(Visibility::wire))
                .addSerializer(Role.class, text(Role::wire))
                .addSerializer(UserId.class, new UserNumber())
                .addDeserializer(Format.class, word(Format.class, Format::find))
                .addDeserializer(TaskType.class, word(TaskType.class, TaskType::find))
                .addDeserializer(Visibility.class, word(Visibility.class, Visibility::find))
                .addDeserializer(Role.class, word(Role.class, Role::find));
    }

    private static <T> ValueSerializer<T> text(Function<T, String> name) {
        return new ValueSerializer<>() {
            @Override
            public void serialize(T value, JsonGenerator json, SerializationContext context) {
                json.writeString(name.apply(value));
            }
        };
    }

    private static <T> ValueDeserializer<T> word(Class<T> type, Function<String, Optional<T>> find) {
        return new ValueDeserializer<>() {
            @Override
            public @Nullable T deserialize(JsonParser json, DeserializationContext context) {
                var word = context.readValue(json, String.class);
                var found = find.apply(word);
                return found.isPresent()
                        ? found.get()
                        : type.cast(context.handleWeirdStringValue(type, word, "it is none of the known words"));
            }
        };
    }

    private static final class UserNumber extends ValueSerializer<UserId> {
        @Override
        public void serialize(UserId value, JsonGenerator json, SerializationContext context) {
            json.writeNumber(value.value());
        }
    }
}
