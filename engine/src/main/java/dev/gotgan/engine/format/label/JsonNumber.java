package dev.gotgan.engine.format.label;

import tools.jackson.core.JsonParser;

/// The number that a parser stands on, as a double.
///
/// Most numbers of labels have few digits, and such a one is exact without a real parser: up to fifteen digits and a
/// power of ten up to 22 are doubles themselves, so that their quotient is the nearest double (Clinger, How to read
/// floating point numbers accurately, 1990). A third of the time of a large COCO file went into the general way.
public final class JsonNumber {
    private static final int EXACT_DIGITS = 15;
    private static final double[] TENS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
    };

    private JsonNumber() {}

    /// @param json on a number
    public static double of(JsonParser json) {
        var text = json.getStringCharacters();
        int from = json.getStringOffset();
        int to = from + json.getStringLength();
        boolean negative = from < to && text[from] == '-';
        int at = negative ? from + 1 : from;
        if (to - at > EXACT_DIGITS + 1) {
            return json.getDoubleValue();
        }
        long digits = 0;
        int point = to;
        for (; at < to; at++) {
            char c = text[at];
            if (c >= '0' && c <= '9') {
                digits = digits * 10 + (c - '0');
            } else if (c == '.' && point == to) {
                point = at + 1;
            } else {
                return json.getDoubleValue();
            }
        }
        double value = point == to ? digits : digits / TENS[to - point];
        return negative ? -value : value;
    }
}
