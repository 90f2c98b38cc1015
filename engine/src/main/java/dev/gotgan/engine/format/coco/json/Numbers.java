package dev.gotgan.engine.format.coco.json;

import dev.gotgan.engine.format.label.JsonNumber;
import java.util.Arrays;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// A growing row of numbers that is emptied and filled again for every annotation.
final class Numbers {
    private double[] numbers = new double[16];
    private int size;

    void clear() {
        size = 0;
    }

    int size() {
        return size;
    }

    double get(int index) {
        return numbers[index];
    }

    /// Reads the array that is current: its numbers; what is no number counts as NaN.
    void read(JsonParser json) {
        clear();
        readMore(json);
    }

    /// Reads the array that is current behind what is here already.
    void readMore(JsonParser json) {
        for (var token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
            if (token.isNumeric()) {
                add(JsonNumber.of(json));
            } else if (token == JsonToken.START_ARRAY) {
                readMore(json);
            } else {
                take(json);
            }
        }
    }

    /// Reads an array of plain numbers behind what is here already; false if it is none.
    boolean readMore(PlainJson json) {
        if (!json.take('[')) {
            return false;
        }
        if (json.take(']')) {
            return true;
        }
        do {
            if (!json.takeNumber()) {
                return false;
            }
            add(json.number());
        } while (json.take(','));
        return json.take(']');
    }

    /// Takes the value that is current, which is no array.
    void take(JsonParser json) {
        if (json.currentToken() == JsonToken.START_OBJECT) {
            json.skipChildren();
            add(Double.NaN);
        } else {
            add(json.currentToken().isNumeric() ? JsonNumber.of(json) : Double.NaN);
        }
    }

    boolean isFinite() {
        for (int i = 0; i < size; i++) {
            if (!Double.isFinite(numbers[i])) {
                return false;
            }
        }
        return true;
    }

    double[] copy(int from, int to) {
        return Arrays.copyOfRange(numbers, from, to);
    }

    String text() {
        return text(copy(0, Math.min(size, 8)));
    }

    /// Numbers as a person writes them: whole ones without a point.
    static String text(double[] numbers) {
        var text = new StringBuilder();
        for (double number : numbers) {
            text.append(text.isEmpty() ? "" : " ");
            boolean whole = number == Math.rint(number) && Math.abs(number) < 1e15;
            text.append(whole ? Long.toString((long) number) : Double.toString(number));
        }
        return text.toString();
    }

    void add(double number) {
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, size * 2);
        }
        numbers[size++] = number;
    }
}
