package dev.gotgan.engine.format.voc;

import dev.gotgan.engine.format.finding.FindingKind;
import dev.gotgan.engine.format.finding.FindingLog;
import dev.gotgan.engine.format.text.Decimals;
import java.util.Locale;

/// One `<object>` while it is read.
final class VocObject {
    /// Some tools count pixels from 0 and some from 1, so one pixel more is still inside.
    private static final double TOLERANCE = 1;

    final int line;
    String name = "";
    double xmin = Double.NaN;
    double ymin = Double.NaN;
    double xmax = Double.NaN;
    double ymax = Double.NaN;
    boolean boxed;
    boolean turned;
    boolean polygon;

    VocObject(int line) {
        this.line = line;
    }

    void side(String element, String text, FindingLog log) {
        double number = Decimals.parse(text);
        if (!Double.isFinite(number)) {
            boolean notFinite = Double.isInfinite(number)
                    || text.strip().toLowerCase(Locale.ROOT).matches("[+-]?(nan|inf.*)");
            log.add(notFinite ? FindingKind.NUMBER_NOT_FINITE : FindingKind.LABEL_SYNTAX, line, text);
            return;
        }
        switch (element) {
            case "xmin" -> xmin = number;
            case "ymin" -> ymin = number;
            case "xmax" -> xmax = number;
            case "ymax" -> ymax = number;
            default -> {}
        }
    }

    boolean isComplete() {
        return Double.isFinite(xmin + ymin + xmax + ymax);
    }

    /// Logs what is wrong with the box in an image of this size; a size of 0 is unknown.
    void check(int width, int height, FindingLog log) {
        if (boxed && !isComplete()) {
            log.add(FindingKind.BOX_NUMBERS, line, name);
        } else if (!boxed) {
            return;
        } else if (xmax < xmin || ymax < ymin) {
            log.add(FindingKind.BOX_INVERTED, line, text());
        } else if (xmax == xmin || ymax == ymin) {
            log.add(FindingKind.BOX_DEGENERATE, line, text());
        } else if (leaves(width, height)) {
            log.add(FindingKind.BOX_OUTSIDE, line, "%s (%d×%d)".formatted(text(), width, height));
        }
    }

    long hash() {
        long hash = name.hashCode();
        for (double side : new double[] {xmin, ymin, xmax, ymax}) {
            hash = hash * 0x9E3779B97F4A7C15L + Double.doubleToLongBits(side);
        }
        return hash;
    }

    String text() {
        return "%s %s %s %s %s".formatted(name, plain(xmin), plain(ymin), plain(xmax), plain(ymax));
    }

    private boolean leaves(int width, int height) {
        return xmin < -TOLERANCE
                || ymin < -TOLERANCE
                || (width > 0 && xmax > width + TOLERANCE)
                || (height > 0 && ymax > height + TOLERANCE);
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }
}
