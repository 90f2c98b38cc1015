package dev.gotgan.engine.format.label;

import dev.gotgan.engine.format.finding.SafeText;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

/// An id in a COCO file: a whole number as the format says, or a text as some tools write.
///
/// @param key     equal for equal ids
/// @param written as written, where that is not the key
public record JsonId(long key, @Nullable String written) {
    /// Not an id.
    public static final JsonId NONE = new JsonId(Long.MIN_VALUE, "");

    /// The scalar that is current; [#NONE] if it is none.
    public static JsonId of(JsonParser json) {
        return switch (json.currentToken()) {
            case VALUE_NUMBER_INT -> json.getStringLength() < 19 ? new JsonId(json.getLongValue(), null) : large(json);
            case VALUE_NUMBER_FLOAT -> {
                double number = json.getDoubleValue();
                boolean whole = number == Math.rint(number) && Math.abs(number) < 1e15;
                yield whole ? new JsonId((long) number, null) : NONE;
            }
            case VALUE_STRING -> of(json.getString());
            default -> NONE;
        };
    }

    /// The id that a text is: some tools write 7 in one place and "7" in another.
    public static JsonId of(String written) {
        var text = SafeText.of(written);
        return isNumber(text) ? new JsonId(Long.parseLong(text), null) : new JsonId(hash(text), text);
    }

    private static JsonId large(JsonParser json) {
        var text = json.getString();
        return new JsonId(hash(text), text);
    }

    /// The id as a person reads it: a million ids are compared, and few are shown.
    public String text() {
        return written == null ? Long.toString(key) : written;
    }

    /// Whether there is no id.
    public boolean isNone() {
        return equals(NONE);
    }

    /// Whether a text is a whole number as JSON writes it: `007` is a name.
    private static boolean isNumber(String text) {
        int from = text.startsWith("-") ? 1 : 0;
        int digits = text.length() - from;
        if (digits < 1 || digits > 18 || (digits > 1 && text.charAt(from) == '0')) {
            return false;
        }
        for (int i = from; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static long hash(String text) {
        long hash = text.length();
        for (int i = 0; i < text.length(); i++) {
            hash = LongTable.mix(hash ^ text.charAt(i));
        }
        return hash;
    }
}
