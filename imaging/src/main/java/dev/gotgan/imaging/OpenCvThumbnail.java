package dev.gotgan.imaging;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.bytedeco.opencv.global.opencv_core.flip;
import static org.bytedeco.opencv.global.opencv_core.setNumThreads;
import static org.bytedeco.opencv.global.opencv_core.transpose;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_COLOR;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_IGNORE_ORIENTATION;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_REDUCED_COLOR_2;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_REDUCED_COLOR_4;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_REDUCED_COLOR_8;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMWRITE_JPEG_QUALITY;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imdecode;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imencode;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_LINEAR;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import dev.gotgan.engine.facts.ImageFacts;
import dev.gotgan.engine.gallery.DrawThumbnail;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/// Thumbnails by OpenCV: a JPEG is decoded at a half, a quarter or an eighth of its size, as far as that is still
/// larger than the thumbnail, then scaled and turned. One thread each: requests are what runs side by side.
///
/* Scaling by area is the finest that OpenCV has, and took a third of all the time: it has no vectors for it but at whole
ratios. Where little is left to scale after the decoding, two pixels beside each other say as much. */
final class OpenCvThumbnail implements DrawThumbnail {
    private static final int QUALITY = 82;
    private static final double LITTLE = 1.5;
    private static final int UPRIGHT_BOTH = -1;
    private static final int LEFT_TO_RIGHT = 1;
    private static final int TOP_TO_BOTTOM = 0;

    /// @throws LinkageError there are no natives for this machine
    OpenCvThumbnail() {
        setNumThreads(1);
    }

    @Override
    public byte[] of(byte[] content, ImageFacts facts, int side) {
        var sides = Sides.of(facts, side);
        try (var _ = new PointerScope()) {
            var file = new Mat(1, content.length, CV_8UC1, new BytePointer(content));
            var raw = imdecode(file, reduced(facts, sides) | IMREAD_IGNORE_ORIENTATION);
            if (raw.empty()) {
                throw new NotDrawable("OpenCV can't decode it.");
            }
            return jpeg(turned(scaled(raw, sides), facts.orientation()));
        } catch (RuntimeException e) {
            throw e instanceof NotDrawable ? e : new NotDrawable("OpenCV can't decode it: " + e.getMessage());
        }
    }

    private static int reduced(ImageFacts facts, Sides sides) {
        int longer = Math.max(facts.width(), facts.height());
        int wanted = Math.max(sides.width(), sides.height());
        if (longer / 8 >= wanted) {
            return IMREAD_REDUCED_COLOR_8;
        } else if (longer / 4 >= wanted) {
            return IMREAD_REDUCED_COLOR_4;
        }
        return longer / 2 >= wanted ? IMREAD_REDUCED_COLOR_2 : IMREAD_COLOR;
    }

    private static Mat scaled(Mat raw, Sides sides) {
        var scaled = new Mat();
        boolean little = raw.cols() <= LITTLE * sides.width() && raw.rows() <= LITTLE * sides.height();
        resize(raw, scaled, new Size(sides.width(), sides.height()), 0, 0, little ? INTER_LINEAR : INTER_AREA);
        return scaled;
    }

    private static Mat turned(Mat raw, int orientation) {
        return switch (orientation) {
            case 2 -> flipped(raw, LEFT_TO_RIGHT);
            case 3 -> flipped(raw, UPRIGHT_BOTH);
            case 4 -> flipped(raw, TOP_TO_BOTTOM);
            case 5 -> transposed(raw);
            case 6 -> flipped(transposed(raw), LEFT_TO_RIGHT);
            case 7 -> flipped(transposed(raw), UPRIGHT_BOTH);
            case 8 -> flipped(transposed(raw), TOP_TO_BOTTOM);
            default -> raw;
        };
    }

    private static Mat flipped(Mat raw, int how) {
        var turned = new Mat();
        flip(raw, turned, how);
        return turned;
    }

    private static Mat transposed(Mat raw) {
        var turned = new Mat();
        transpose(raw, turned);
        return turned;
    }

    private static byte[] jpeg(Mat picture) {
        var out = new BytePointer();
        if (!imencode(".jpg", picture, out, new IntPointer(IMWRITE_JPEG_QUALITY, QUALITY))) {
            throw new NotDrawable("OpenCV can't write it.");
        }
        var bytes = new byte[Math.toIntExact(out.limit())];
        out.get(bytes);
        return bytes;
    }
}
