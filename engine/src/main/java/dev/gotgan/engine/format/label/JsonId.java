package dev.gotgan.engine.format.label;

import dev.gotgan.engine.format.finding.SafeText;
import tools.jackson.core.JsonParser;

/// An id in a COCO file: a whole number as the format says, or a text as some tools write.
///
/// @param key  equal for equal ids
/// @param text as written
public record JsonId(long key, String text) {
    /// Not an id.
    public static final JsonId NONE = new JsonId(Long.MIN_VALUE, "");

    /// The scalar that is current; [#NONE] if it is none.
    public static JsonId of(JsonParser json) {
        return switch (json.currentToken()) {
            case VALUE_NUMBER_INT -> {
                var text = json.getString();
                yield text.length() < 19 ? new JsonId(json.getLongValue(), text) : new JsonId(hash(text), text);
            }
            case VALUE_NUMBER_FLOAT -> {
                double number = json.getDoubleValue();
                boolean whole = number == Math.rint(number) && Math.abs(number) < 1e15;
                yield whole ? new JsonId((long) number, Long.toString((long) number)) : NONE;
            }
            case VALUE_STRING -> of(json.getString());
            default -> NONE;
        };
    }

    /// The id that a text is: some tools write 7 in one place and "7" in another.
    public static JsonId of(String written) {
        var text = SafeText.of(written);
        return isNumber(text) ? new JsonId(Long.parseLong(text), text) : new JsonId(hash(text), text);
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
