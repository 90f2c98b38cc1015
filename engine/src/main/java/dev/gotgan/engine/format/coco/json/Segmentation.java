package dev.gotgan.engine.format.coco.json;

import dev.gotgan.engine.format.label.JsonNumber;
import java.util.Arrays;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// The `segmentation` of one annotation: rings of points, or a run-length mask of which only size and length are read.
final class Segmentation {
    private static final long UNKNOWN = -2;

    private final Numbers points = new Numbers();
    private int[] ends = new int[8];
    private int rings;
    private boolean mask;
    private int maskWidth;
    private int maskHeight;
    private double maskPixels;
    private long covered = UNKNOWN;

    void clear() {
        points.clear();
        rings = 0;
        mask = false;
        maskWidth = 0;
        maskHeight = 0;
        maskPixels = 0;
        covered = UNKNOWN;
    }

    void read(JsonParser json) {
        clear();
        if (json.currentToken() == JsonToken.START_OBJECT) {
            runs(json);
        } else if (json.currentToken() == JsonToken.START_ARRAY) {
            rings(json);
        }
    }

    /// Rings in brackets of their own; some tools write a single one without.
    private void rings(JsonParser json) {
        for (var token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
            if (token == JsonToken.START_ARRAY) {
                end();
                points.readMore(json);
                end();
            } else if (token == JsonToken.START_OBJECT) {
                runs(json);
            } else {
                points.take(json);
            }
        }
        end();
    }

    /// Reads rings of plain numbers, each in brackets of its own; false if there is anything else.
    boolean read(PlainJson json) {
        if (!json.take('[')) {
            return false;
        }
        if (json.take(']')) {
            return true;
        }
        do {
            if (!points.readMore(json)) {
                return false;
            }
            end();
        } while (json.take(','));
        return json.take(']');
    }

    /// An empty ring is none.
    private void end() {
        if (points.size() == from(rings)) {
            return;
        }
        if (rings == ends.length) {
            ends = Arrays.copyOf(ends, rings * 2);
        }
        ends[rings++] = points.size();
    }

    private void runs(JsonParser json) {
        mask = true;
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            var token = json.nextToken();
            if (name.equals("size") && token == JsonToken.START_ARRAY) {
                size(json);
            } else if (name.equals("counts") && token == JsonToken.START_ARRAY) {
                covered = sum(json);
            } else if (name.equals("counts") && token == JsonToken.VALUE_STRING) {
                covered = RunLengths.covered(json.getString());
            } else {
                json.skipChildren();
            }
        }
    }

    private void size(JsonParser json) {
        var sides = new Numbers();
        sides.read(json);
        if (sides.size() == 2) {
            maskHeight = (int) sides.get(0);
            maskWidth = (int) sides.get(1);
            maskPixels = sides.get(0) * sides.get(1);
        }
    }

    private static long sum(JsonParser json) {
        long sum = 0;
        for (var token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
            double run = token.isNumeric() ? JsonNumber.of(json) : -1;
            sum = run < 0 || sum < 0 ? -1 : sum + (long) run;
            json.skipChildren();
        }
        return sum;
    }

    int rings() {
        return rings;
    }

    boolean isMask() {
        return mask;
    }

    /// Pixels that the mask says it covers the plane of.
    double maskPixels() {
        return maskPixels;
    }

    int maskWidth() {
        return maskWidth;
    }

    int maskHeight() {
        return maskHeight;
    }

    /// Whether the runs of a mask do not add up to its size.
    boolean isTorn() {
        return mask && covered != UNKNOWN && covered != (long) maskPixels;
    }

    boolean isFinite() {
        return points.isFinite();
    }

    /// The coordinates of one ring.
    double[] ring(int index) {
        return points.copy(from(index), ends[index]);
    }

    int length(int index) {
        return ends[index] - from(index);
    }

    /// How many numbers the first ring with half a point has; 0 if all points are whole.
    int oddLength() {
        for (int i = 0; i < rings; i++) {
            if (length(i) % 2 != 0) {
                return length(i);
            }
        }
        return 0;
    }

    /// Whether some ring has fewer than three points.
    boolean isShort() {
        for (int i = 0; i < rings; i++) {
            if (length(i) < 6) {
                return true;
            }
        }
        return false;
    }

    /// Sets `box` to the left, top, width and height of all rings.
    void bounds(Numbers box) {
        box.clear();
        double left = Double.POSITIVE_INFINITY;
        double top = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double bottom = Double.NEGATIVE_INFINITY;
        for (int i = 0; i + 1 < points.size(); i += 2) {
            left = Math.min(left, points.get(i));
            right = Math.max(right, points.get(i));
            top = Math.min(top, points.get(i + 1));
            bottom = Math.max(bottom, points.get(i + 1));
        }
        box.add(left);
        box.add(top);
        box.add(right - left);
        box.add(bottom - top);
    }

    /// Whether this is a shape of its own, and not the box's four corners as tools for boxes write them.
    boolean isShape(Numbers box) {
        return mask || rings > 1 || (rings == 1 && !(box.size() == 4 && isBox(box)));
    }

    private boolean isBox(Numbers box) {
        int n = length(0);
        if (n != 8 && n != 10) {
            return false;
        }
        for (int i = 0; i < n; i += 2) {
            double dx = points.get(i) - box.get(0);
            double dy = points.get(i + 1) - box.get(1);
            boolean corner = (near(dx, 0) || near(dx, box.get(2))) && (near(dy, 0) || near(dy, box.get(3)));
            if (!corner) {
                return false;
            }
        }
        return true;
    }

    private static boolean near(double a, double b) {
        return Math.abs(a - b) <= CocoImages.TOLERANCE;
    }

    private int from(int index) {
        return index == 0 ? 0 : ends[index - 1];
    }
}
