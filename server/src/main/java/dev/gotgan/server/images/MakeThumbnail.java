package dev.gotgan.server.images;

import dev.gotgan.engine.content.FileEntry;
import dev.gotgan.engine.content.LogicalPath;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.gallery.DrawThumbnail;
import dev.gotgan.engine.gallery.ImagePages;
import dev.gotgan.engine.read.OpenFile;
import dev.gotgan.server.web.problem.Code;
import dev.gotgan.server.web.problem.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Semaphore;

/// Reads an image and draws it small. As many at a time as there are cores, whoever asks: an image is in memory whole.
final class MakeThumbnail {
    /// Files in memory at once take no more than this for each core, whatever heap the server has. A camera's largest
    /// picture is smaller; what is larger is looked at as a file.
    private static final long MOST_BYTES = 64L << 20;

    private final ImagePages images;
    private final OpenFile files;
    private final DrawThumbnail draw;
    private final Semaphore atOnce = new Semaphore(Runtime.getRuntime().availableProcessors(), true);

    MakeThumbnail(ImagePages images, OpenFile files, DrawThumbnail draw) {
        this.images = images;
        this.files = files;
        this.draw = draw;
    }

    /// @param file that the generation holds
    byte[] of(DatasetId dataset, long generation, LogicalPath file, int side) throws IOException {
        atOnce.acquireUninterruptibly();
        try {
            var opened = files.find(dataset, generation, file).orElseThrow(() -> missing(file));
            try (var bytes = opened.bytes()) {
                return drawn(dataset, opened.file(), bytes, side);
            }
        } finally {
            atOnce.release();
        }
    }

    private byte[] drawn(DatasetId dataset, FileEntry file, InputStream bytes, int side) throws IOException {
        try {
            var facts = images.findFacts(dataset, file.sha256()).orElseThrow(() -> refused("It is no image."));
            DrawThumbnail.Sides.of(facts, side);
            if (file.size() > MOST_BYTES) {
                throw refused("The file is larger than 64 MiB, and is not drawn small.");
            }
            return draw.of(bytes.readNBytes(Math.toIntExact(file.size())), facts, side);
        } catch (DrawThumbnail.NotDrawable e) {
            throw refused(String.valueOf(e.getMessage()));
        }
    }

    static Refused missing(LogicalPath file) {
        return new Refused(Code.FILE_NOT_FOUND, "The dataset holds no file " + file + ".");
    }

    private static Refused refused(String why) {
        return new Refused(Code.NO_THUMBNAIL, why);
    }
}
