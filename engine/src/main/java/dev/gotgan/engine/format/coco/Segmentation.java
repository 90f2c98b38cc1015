package dev.gotgan.engine.format.coco;

import java.util.Arrays;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// The `segmentation` of one annotation: rings of points, or a run-length mask of which only the size is read.
final class Segmentation {
    private final Numbers points = new Numbers();
    private int[] ends = new int[8];
    private int rings;
    private boolean mask;
    private double maskPixels;

    void clear() {
        points.clear();
        rings = 0;
        mask = false;
        maskPixels = 0;
    }

    void read(JsonParser json) {
        clear();
        if (json.currentToken() == JsonToken.START_OBJECT) {
            runs(json);
        } else if (json.currentToken() == JsonToken.START_ARRAY) {
            rings(json);
        }
    }

    private void rings(JsonParser json) {
        boolean flat = false;
        for (var token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
            if (token == JsonToken.START_ARRAY) {
                points.readMore(json);
                end();
            } else if (token == JsonToken.START_OBJECT) {
                runs(json);
            } else {
                flat = true; // some tools write one ring without its own brackets
            }
        }
        mask |= flat;
    }

    private void end() {
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
                var sides = new Numbers();
                sides.read(json);
                maskPixels = sides.size() == 2 ? sides.get(0) * sides.get(1) : 0;
            } else {
                json.skipChildren();
            }
        }
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
