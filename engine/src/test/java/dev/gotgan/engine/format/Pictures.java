package dev.gotgan.engine.format;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/// Small honest images; each size has its own bytes.
final class Pictures {
    private Pictures() {}

    static byte[] png(int width, int height) {
        return picture("png", width, height);
    }

    static byte[] jpeg(int width, int height) {
        return picture("jpeg", width, height);
    }

    private static byte[] picture(String kind, int width, int height) {
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), kind, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
