package dev.gotgan.engine.format.yolo.line;

import dev.gotgan.engine.format.text.Decimals;
import java.util.Arrays;
import java.util.List;

/// One line of a YOLO label, taken apart in place: a class and numbers.
final class YoloLine {
    /// What is wrong with a line, if anything.
    enum State {
        GOOD,
        BLANK,
        /// Some token is no decimal number, or there are too few.
        NOT_NUMBERS,
        /// A token says NaN or infinity, or is too large.
        NOT_FINITE,
        /// Control characters.
        BINARY
    }

    private static final List<State> WORST_FIRST = List.of(State.NOT_NUMBERS, State.NOT_FINITE, State.GOOD);
    private static final int MIN_COLUMNS = 5;
    private static final double MAX_CLASS = 1e6;

    private double[] numbers = new double[16];
    private int columns;
    private int numberlike;

    /// Takes the line apart; what the other methods say is about this line from here on.
    State read(byte[] line, int length) {
        columns = 0;
        numberlike = 0;
        var state = State.GOOD;
        for (int at = 0; at < length; ) {
            if (isSpace(line[at])) {
                at++;
                continue;
            }
            int from = at;
            while (at < length && !isSpace(line[at])) {
                if (line[at] >= 0 && line[at] < ' ') {
                    return State.BINARY;
                }
                at++;
            }
            state = worse(state, token(line, from, at));
        }
        if (columns == 0) {
            return State.BLANK;
        }
        boolean noClass =
                columns < MIN_COLUMNS || numbers[0] != Math.rint(numbers[0]) || Math.abs(numbers[0]) > MAX_CLASS;
        return state == State.GOOD && noClass ? State.NOT_NUMBERS : state;
    }

    int columns() {
        return columns;
    }

    int classId() {
        return (int) numbers[0];
    }

    /// The number in this column; the class is in column 0.
    double number(int column) {
        return numbers[column];
    }

    /// Columns `from` to `to`, the latter not included.
    double[] numbers(int from, int to) {
        return Arrays.copyOfRange(numbers, from, to);
    }

    /// Whether somebody meant a label by this line, even if it is broken.
    boolean meantAsLabel() {
        if (columns >= MIN_COLUMNS) {
            return numberlike * 2 >= columns;
        }
        return columns > 1
                && numberlike == columns
                && Arrays.stream(numbers, 0, columns).anyMatch(n -> Double.isFinite(n) && n != Math.rint(n));
    }

    long hash() {
        long hash = columns;
        for (int i = 0; i < columns; i++) {
            hash = hash * 0x9E3779B97F4A7C15L + Double.doubleToRawLongBits(numbers[i]);
            hash ^= hash >>> 31;
        }
        return hash;
    }

    private State token(byte[] line, int from, int to) {
        if (columns == numbers.length) {
            numbers = Arrays.copyOf(numbers, columns * 2);
        }
        double number = Decimals.parse(line, from, to);
        numbers[columns++] = number;
        if (Double.isFinite(number)) {
            numberlike++;
            return State.GOOD;
        }
        if (Double.isInfinite(number) || Decimals.isNotFinite(line, from, to)) {
            numberlike++;
            return State.NOT_FINITE;
        }
        numberlike += startsLikeNumber(line[from]) ? 1 : 0;
        return State.NOT_NUMBERS;
    }

    private static boolean startsLikeNumber(byte first) {
        return (first >= '0' && first <= '9') || first == '-' || first == '+' || first == '.';
    }

    private static State worse(State a, State b) {
        return WORST_FIRST.indexOf(a) < WORST_FIRST.indexOf(b) ? a : b;
    }

    private static boolean isSpace(byte c) {
        return c == ' ' || c == '\t' || c == 0x0B || c == 0x0C;
    }
}
