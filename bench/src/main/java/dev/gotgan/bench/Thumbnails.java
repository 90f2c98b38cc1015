package dev.gotgan.bench;

import dev.gotgan.bench.data.InMemory;
import dev.gotgan.bench.measure.Figure;
import dev.gotgan.bench.measure.Peer;
import dev.gotgan.engine.facts.ImageFacts;
import dev.gotgan.engine.gallery.DrawThumbnail;
import dev.gotgan.engine.image.ImageReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Thumbnails of 1,000 real photos, 416 × 416 to 640 × 640 pixels of 17 to 120 kB each, beside Pillow in draft mode and
/// libvips, whose `thumbnail` is all that `vipsthumbnail` calls; one thread each, JPEG of quality 82, from files in the
/// page cache to bytes in memory. Then the same enlarged to 2 megapixels. Arguments: a folder to work in, and the
/// folder of real datasets.
final class Thumbnails {
    private static final int PHOTOS = 1000;
    private static final List<Integer> SIDES = List.of(256, 128, 512);
    private static final List<String> FOLDERS = List.of(
            "voc-bccd/BCCD/JPEGImages",
            "yolo-rice-pest/dataset_split/train/images",
            "yolo-rice-pest/dataset_split/valid/images",
            "yolo-rice-pest/dataset_split/test/images",
            "dup-imagededup/data/base_images",
            "coco-rbc-roboflow/train");
    private static final String PEERS = "pillow pyvips[binary]";

    private Thumbnails() {}

    /// A photo, with what the catalog knows of it: it is not asked again.
    private record Photo(Path file, ImageFacts facts) {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var data =
                Path.of(arguments.length > 1 ? arguments[1] : "../shared/data").toAbsolutePath();
        if (!Files.isDirectory(data)) {
            System.out.println("skipped: the real datasets are not at " + data);
            return;
        }
        var folder = Files.createTempDirectory(Path.of(arguments.length > 0 ? arguments[0] : "/tmp"), "thumb-bench");
        try {
            var draw = dev.gotgan.imaging.Thumbnails.unpackedIn(folder.resolve("natives"));
            var small = Files.createDirectory(folder.resolve("photos"));
            link(data, small);
            all(draw, small);
            var large = Files.createDirectory(folder.resolve("large"));
            System.out.println("the same, enlarged to 2 megapixels");
            if (Peer.read("enlarge", PEERS, small, large.toString()).isPresent()) {
                all(draw, large);
            }
        } finally {
            Figure.shell("rm -rf " + folder);
        }
    }

    private static void link(Path data, Path into) throws IOException {
        int n = 0;
        for (var name : FOLDERS) {
            try (var files = Files.list(data.resolve(name))) {
                for (var file : files.filter(each -> each.toString().endsWith(".jpg"))
                        .sorted()
                        .limit(PHOTOS - n)
                        .toList()) {
                    Files.createSymbolicLink(into.resolve("%04d.jpg".formatted(n)), file);
                    n++;
                }
            }
        }
        if (n < PHOTOS) {
            throw new IOException("only " + n + " photos are below " + data);
        }
    }

    private static void all(DrawThumbnail draw, Path folder) throws IOException, InterruptedException {
        var photos = photos(folder);
        for (int side : SIDES) {
            var first = Figure.of(() -> draw(draw, photos, side));
            first.print("gotgan, %d pixels, first of its JVM or size".formatted(side));
            var warm = Figure.median(5, () -> draw(draw, photos, side));
            warm.print("gotgan, %d pixels, warm".formatted(side));
            for (var peer : List.of("pillow", "vips")) {
                Peer.read(peer, PEERS, folder, Integer.toString(side)).ifPresent(it -> it.ratio(warm));
            }
        }
    }

    private static List<Photo> photos(Path folder) throws IOException {
        var photos = new ArrayList<Photo>();
        long bytes = 0;
        var reader = new ImageReader();
        try (var files = Files.list(folder)) {
            for (var file : files.sorted().toList()) {
                var content = Files.readAllBytes(file);
                bytes += content.length;
                photos.add(new Photo(file, reader.read(new InMemory(content))));
            }
        }
        System.out.printf(Locale.ROOT, "%d photos, %d kB each%n", photos.size(), bytes / photos.size() / 1000);
        return photos;
    }

    private static void draw(DrawThumbnail draw, List<Photo> photos, int side) throws IOException {
        long bytes = 0;
        for (var photo : photos) {
            bytes += draw.of(Files.readAllBytes(photo.file), photo.facts, side).length;
        }
        if (bytes < photos.size() * 500L) {
            throw new IOException("these are no pictures: " + bytes + " bytes");
        }
    }
}
