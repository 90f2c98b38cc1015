package dev.gotgan.imaging;

import dev.gotgan.engine.facts.ImageFacts;
import dev.gotgan.engine.gallery.DrawThumbnail;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Draws with OpenCV what it reads, and with the JDK what is left: GIFs of old builds, JPEGs that break off behind
/// their last row, and everything on machines for which there are no natives here.
public final class Thumbnails implements DrawThumbnail {
    private static final Logger LOG = LoggerFactory.getLogger(Thumbnails.class);

    private final Supplier<DrawThumbnail> first;
    private final DrawThumbnail second = new JdkThumbnail();

    private Thumbnails(Supplier<DrawThumbnail> first) {
        this.first = first;
    }

    /// Natives are unpacked below `folder` when the first picture is drawn.
    public static Thumbnails unpackedIn(Path folder) {
        System.setProperty("org.bytedeco.javacpp.cachedir", folder.toString());
        return new Thumbnails(Natives::openCv);
    }

    /// Loads OpenCV once, when it is first needed.
    private static final class Natives {
        private static final DrawThumbnail DRAW = load();

        private static DrawThumbnail load() {
            try {
                return new OpenCvThumbnail();
            } catch (LinkageError e) {
                LOG.info(
                        "Thumbnails are drawn by the JDK, several times slower: OpenCV does not load ({})",
                        e.toString());
                return new JdkThumbnail();
            }
        }

        static DrawThumbnail openCv() {
            return DRAW;
        }
    }

    @Override
    public byte[] of(byte[] content, ImageFacts facts, int side) {
        try {
            return first.get().of(content, facts, side);
        } catch (NotDrawable e) {
            return second.of(content, facts, side);
        }
    }
}
