package dev.gotgan.engine.format;

import dev.gotgan.engine.format.tree.ContentRole;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/// Small honest images; each size has its own bytes.
public final class Pictures {
    private Pictures() {}

    public static byte[] png(int width, int height) {
        return picture("png", width, height);
    }

    public static byte[] jpeg(int width, int height) {
        return picture("jpeg", width, height);
    }

    /// A picture of the kind that the ending of `path` promises.
    static byte[] named(String path, int width, int height) {
        var ending = ContentRole.ending(path);
        return picture(ending.equals("jpg") ? "jpeg" : ending, width, height);
    }

    private static byte[] picture(String kind, int width, int height) {
        var out = new ByteArrayOutputStream();
        try {
            boolean written = ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), kind, out);
            if (!written) {
                throw new IllegalArgumentException("no pictures of kind " + kind);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
