package dev.gotgan.engine.gallery;

import dev.gotgan.engine.facts.Annotation;
import java.util.Arrays;

/// What is drawn over an upright picture for one annotation, in shares of its sides.
///
/// @param kind   `box`, `polygon`, `keypoints`, or `mask` where labels hold runs of pixels, of which only the box is
/// told
/// @param box    x, y, width, height of what surrounds it
/// @param points x, y, x, y, … of the polygon, or of the keypoints that are marked; empty for the other kinds
@SuppressWarnings("ArrayRecordComponent") // made, written as JSON and forgotten
public record Shape(String kind, double[] box, double[] points) {
    private static final double[] NONE = {};
    private static final int BOX = 4;

    /// Upright, whatever shape the label has.
    public static Shape of(Annotation annotation, Upright upright) {
        double[] numbers = annotation.numbers();
        return switch (annotation.shape()) {
            case "box", "mask" -> new Shape(annotation.shape(), ofCorners(annotation, numbers, upright), NONE);
            case "keypoints" ->
                annotation.normalised()
                        ? boxAndKeypoints(annotation, numbers, upright)
                        : keypoints(annotation, numbers, upright);
            default -> {
                var points = upright.points(annotation, pairs(numbers));
                yield new Shape("polygon", around(points), points);
            }
        };
    }

    /// YOLO writes the box first (its centre, its sides), then points with or without a mark.
    private static Shape boxAndKeypoints(Annotation annotation, double[] numbers, Upright upright) {
        if (numbers.length < BOX) {
            return new Shape("keypoints", new double[BOX], NONE);
        }
        double[] corner = {numbers[0] - numbers[2] / 2, numbers[1] - numbers[3] / 2, numbers[2], numbers[3]};
        double[] rest = Arrays.copyOfRange(numbers, BOX, numbers.length);
        double[] seen = isMarked(rest) ? marked(rest) : pairs(rest);
        return new Shape("keypoints", ofCorners(annotation, corner, upright), upright.points(annotation, seen));
    }

    private static boolean isMarked(double[] numbers) {
        boolean marked = numbers.length % 3 == 0;
        for (int i = 2; i < numbers.length && marked; i += 3) {
            marked = numbers[i] == 0 || numbers[i] == 1 || numbers[i] == 2;
        }
        return marked;
    }

    /// COCO writes x, y, mark for each point; 0 stands for a point that nobody marked.
    private static Shape keypoints(Annotation annotation, double[] numbers, Upright upright) {
        var points = upright.points(annotation, marked(numbers));
        return new Shape("keypoints", around(points), points);
    }

    private static double[] marked(double[] numbers) {
        var points = new double[numbers.length / 3 * 2];
        int n = 0;
        for (int i = 0; i + 2 < numbers.length; i += 3) {
            if (numbers[i + 2] > 0) {
                points[n++] = numbers[i];
                points[n++] = numbers[i + 1];
            }
        }
        return Arrays.copyOf(points, n);
    }

    private static double[] pairs(double[] numbers) {
        return numbers.length % 2 == 0 ? numbers : Arrays.copyOf(numbers, numbers.length - 1);
    }

    /// Of a box that is written as x, y, width, height.
    private static double[] ofCorners(Annotation annotation, double[] box, Upright upright) {
        if (box.length < BOX) {
            return new double[BOX];
        }
        double[] corners = {box[0], box[1], box[0] + box[2], box[1] + box[3]};
        return around(upright.points(annotation, corners));
    }

    private static double[] around(double[] points) {
        if (points.length < 2) {
            return new double[BOX];
        }
        double left = points[0];
        double right = points[0];
        double top = points[1];
        double bottom = points[1];
        for (int i = 2; i + 1 < points.length; i += 2) {
            left = Math.min(left, points[i]);
            right = Math.max(right, points[i]);
            top = Math.min(top, points[i + 1]);
            bottom = Math.max(bottom, points[i + 1]);
        }
        return new double[] {left, top, right - left, bottom - top};
    }
}
