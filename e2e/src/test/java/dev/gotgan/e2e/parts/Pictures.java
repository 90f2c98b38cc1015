package dev.gotgan.e2e.parts;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.ImageIO;

/// Small real pictures, each different by its seed.
public final class Pictures {
    private Pictures() {}

    public static byte[] jpeg(long seed) {
        return encoded(seed, "jpg");
    }

    public static byte[] png(long seed) {
        return encoded(seed, "png");
    }

    private static byte[] encoded(long seed, String format) {
        var random = new Random(seed);
        var image = new BufferedImage(32, 24, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < 24; y++) {
            for (int x = 0; x < 32; x++) {
                image.setRGB(x, y, random.nextInt(1 << 24));
            }
        }
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
