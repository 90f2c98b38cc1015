package dev.gotgan.engine.format.voc;

import dev.gotgan.engine.facts.Annotation;
import dev.gotgan.engine.format.finding.FindingKind;
import dev.gotgan.engine.format.finding.FindingLog;
import dev.gotgan.engine.format.text.Decimals;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// One `<object>` while it is read.
final class VocObject {
    /// Some tools count pixels from 0 and some from 1, so one pixel more is still inside.
    private static final double TOLERANCE = 1;

    private static final Set<String> TURN = Set.of("cx", "cy", "w", "h", "angle");

    final int line;
    String name = "";
    double xmin = Double.NaN;
    double ymin = Double.NaN;
    double xmax = Double.NaN;
    double ymax = Double.NaN;
    boolean boxed;
    boolean turned;
    boolean polygon;
    private boolean spoiled;
    private final Map<String, Double> centre = new HashMap<>();
    private double[] outline = new double[16];
    private int outlined;

    VocObject(int line) {
        this.line = line;
    }

    void side(String element, String text, FindingLog log) {
        double number = number(text, log);
        switch (element) {
            case "xmin" -> xmin = number;
            case "ymin" -> ymin = number;
            case "xmax" -> xmax = number;
            case "ymax" -> ymax = number;
            default -> {}
        }
    }

    /// One number of an outline, x and y in turn.
    void point(String text, FindingLog log) {
        double number = number(text, log);
        if (Double.isFinite(number)) {
            outline = outlined == outline.length ? Arrays.copyOf(outline, outlined * 2) : outline;
            outline[outlined++] = number;
        }
    }

    /// One number of a turned box: `cx`, `cy`, `w`, `h` or `angle` (radians).
    void turn(String element, String text, FindingLog log) {
        double number = number(text, log);
        if (Double.isFinite(number)) {
            centre.put(element, number);
        }
    }

    private double number(String text, FindingLog log) {
        double number = Decimals.parse(text);
        if (Double.isFinite(number)) {
            return number;
        }
        spoiled = true;
        log.add(FindingKind.NUMBER_NOT_FINITE, line, text.strip());
        return Double.NaN;
    }

    /// What a trainer draws: the outline or the turned box where there is one, else the box; empty where there is none.
    Optional<Annotation> annotation(int ordinal) {
        if (outlined >= 6 && outlined % 2 == 0) {
            return Optional.of(shape(ordinal, "polygon", Arrays.copyOf(outline, outlined)));
        }
        if (turned && centre.keySet().containsAll(TURN)) {
            return Optional.of(shape(ordinal, "oriented", corners()));
        }
        return isComplete()
                ? Optional.of(shape(ordinal, "box", new double[] {xmin, ymin, xmax - xmin, ymax - ymin}))
                : Optional.empty();
    }

    private Annotation shape(int ordinal, String shape, double[] numbers) {
        return new Annotation("", ordinal, name, shape, false, numbers);
    }

    private double[] corners() {
        var numbers = new double[8];
        double angle = centre.getOrDefault("angle", 0.0);
        double w = centre.getOrDefault("w", 0.0) / 2;
        double h = centre.getOrDefault("h", 0.0) / 2;
        double[] dx = {-w, w, w, -w};
        double[] dy = {-h, -h, h, h};
        for (int i = 0; i < 4; i++) {
            numbers[2 * i] = centre.getOrDefault("cx", 0.0) + dx[i] * Math.cos(angle) - dy[i] * Math.sin(angle);
            numbers[2 * i + 1] = centre.getOrDefault("cy", 0.0) + dx[i] * Math.sin(angle) + dy[i] * Math.cos(angle);
        }
        return numbers;
    }

    boolean isComplete() {
        return Double.isFinite(xmin + ymin + xmax + ymax);
    }

    /// Logs what is wrong with the box in an image of this size; a size of 0 is unknown.
    void check(int width, int height, FindingLog log) {
        if (spoiled) {
            return;
        } else if (!boxed && !turned && !polygon) {
            log.add(FindingKind.OBJECT_SHAPELESS, line, name);
        } else if (polygon && outlined % 2 != 0) {
            log.add(FindingKind.POLYGON_ODD, line, name);
        } else if (boxed && !isComplete()) {
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
