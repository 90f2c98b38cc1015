package dev.gotgan.engine.gallery;

import dev.gotgan.engine.facts.Annotation;
import dev.gotgan.engine.facts.ImageFacts;

/// Turns what lies over raw pixels to where people see it.
///
/// Labels speak of pixels as the file stores them; a browser, and our thumbnails, show the picture turned as its EXIF
/// orientation says. Everything here is in shares of the picture's sides.
///
/// @param orientation EXIF's, 1 to 8; anything else turns nothing
/// @param rawWidth    of the stored pixels
/// @param rawHeight   of the stored pixels
public record Upright(int orientation, int rawWidth, int rawHeight) {
    public static Upright of(ImageFacts facts) {
        return new Upright(facts.orientation(), facts.width(), facts.height());
    }

    /// Of the picture as people see it.
    public int width() {
        return isOnItsSide() ? rawHeight : rawWidth;
    }

    public int height() {
        return isOnItsSide() ? rawWidth : rawHeight;
    }

    private boolean isOnItsSide() {
        return orientation >= 5 && orientation <= 8;
    }

    /// The numbers of an annotation that are points, upright and in shares: x, y, x, y, ….
    double[] points(Annotation annotation, double[] raw) {
        var points = new double[raw.length];
        for (int i = 0; i + 1 < raw.length; i += 2) {
            double x = annotation.normalised() ? raw[i] : share(raw[i], rawWidth);
            double y = annotation.normalised() ? raw[i + 1] : share(raw[i + 1], rawHeight);
            points[i] = turnedX(x, y);
            points[i + 1] = turnedY(x, y);
        }
        return points;
    }

    private static double share(double pixels, int side) {
        return side > 0 ? pixels / side : 0;
    }

    private double turnedX(double x, double y) {
        return switch (orientation) {
            case 2, 3 -> 1 - x;
            case 5, 8 -> y;
            case 6, 7 -> 1 - y;
            default -> x;
        };
    }

    private double turnedY(double x, double y) {
        return switch (orientation) {
            case 3, 4 -> 1 - y;
            case 5, 6 -> x;
            case 7, 8 -> 1 - x;
            default -> y;
        };
    }
}
