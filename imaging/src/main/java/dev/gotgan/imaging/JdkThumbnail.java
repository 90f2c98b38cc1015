package dev.gotgan.imaging;

import dev.gotgan.engine.facts.ImageFacts;
import dev.gotgan.engine.gallery.DrawThumbnail;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/// Thumbnails by the JDK's own readers: JPEG, PNG, GIF, BMP and TIFF.
final class JdkThumbnail implements DrawThumbnail {
    @Override
    public byte[] of(byte[] content, ImageFacts facts, int side) {
        var sides = Sides.of(facts, side);
        try (var in = ImageIO.createImageInputStream(new ByteArrayInputStream(content))) {
            var readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new NotDrawable("Images of the kind %s are not drawn."
                        .formatted(facts.kind().wire()));
            }
            return draw(readers.next(), in, facts, sides);
        } catch (IOException | RuntimeException e) {
            throw e instanceof NotDrawable known ? known : new NotDrawable("It can't be decoded: " + e.getMessage());
        }
    }

    private static byte[] draw(ImageReader reader, ImageInputStream in, ImageFacts facts, Sides sides)
            throws IOException {
        try {
            reader.setInput(in, true, true);
            var wanted = reader.getDefaultReadParam();
            int step = Math.max(1, Math.min(facts.width() / sides.width(), facts.height() / sides.height()) / 2);
            wanted.setSourceSubsampling(step, step, 0, 0);
            return jpeg(upright(reader.read(0, wanted), sides, facts.orientation()));
        } finally {
            reader.dispose();
        }
    }

    private static BufferedImage upright(BufferedImage raw, Sides sides, int orientation) {
        boolean onItsSide = orientation >= 5 && orientation <= 8;
        int w = sides.width();
        int h = sides.height();
        var picture = new BufferedImage(onItsSide ? h : w, onItsSide ? w : h, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = picture.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        canvas.setColor(Color.WHITE);
        canvas.fillRect(0, 0, picture.getWidth(), picture.getHeight());
        canvas.transform(turn(orientation, w, h));
        canvas.drawImage(raw, 0, 0, w, h, null);
        canvas.dispose();
        return picture;
    }

    private static AffineTransform turn(int orientation, int w, int h) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, w, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, w, h);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, h);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, h, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, h, w);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, w);
            default -> new AffineTransform();
        };
    }

    private static byte[] jpeg(BufferedImage picture) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(picture, "jpeg", out);
        return out.toByteArray();
    }
}
