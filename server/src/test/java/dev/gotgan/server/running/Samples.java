package dev.gotgan.server.running;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/// Small datasets for tests that need one.
public final class Samples {
    private Samples() {}

    /// Two images with a label each, of two classes, well-formed.
    public static Form yolo() {
        return new Form()
                .file("data.yaml", "names: [cat, dog]\ntrain: images/train\nval: images/val\n")
                .file("images/train/a.png", png(8, 6))
                .file("labels/train/a.txt", "0 0.5 0.5 0.5 0.5\n")
                .file("images/val/b.png", png(10, 6))
                .file("labels/val/b.txt", "1 0.5 0.5 0.25 0.25\n");
    }

    /// A picture of that size; two sizes are two contents.
    public static byte[] png(int width, int height) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
