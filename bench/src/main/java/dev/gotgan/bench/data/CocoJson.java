package dev.gotgan.bench.data;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/// An annotation file as large as COCO's own: 118,287 images, 860,001 objects with polygons, 80 classes; about 500 MB.
public final class CocoJson {
    public static final int IMAGES = 118_287;
    public static final int ANNOTATIONS = 860_001;
    private static final int CLASSES = 80;

    private CocoJson() {}

    public static void write(Path file) throws IOException {
        var random = new Random(3);
        try (var out = Files.newBufferedWriter(file)) {
            out.write("{\"info\":{\"year\":2026},\"licenses\":[],\"images\":[");
            for (int i = 1; i <= IMAGES; i++) {
                out.write((i > 1 ? "," : "")
                        + "{\"id\":%d,\"file_name\":\"%012d.jpg\",\"height\":480,\"width\":640,\"license\":1}"
                                .formatted(i, i));
            }
            out.write("],\"annotations\":[");
            for (int i = 1; i <= ANNOTATIONS; i++) {
                annotation(out, random, i);
            }
            out.write("],\"categories\":[");
            for (int i = 1; i <= CLASSES; i++) {
                out.write((i > 1 ? "," : "")
                        + "{\"id\":%d,\"name\":\"class %d\",\"supercategory\":\"thing\"}".formatted(i, i));
            }
            out.write("]}");
        }
    }

    private static void annotation(BufferedWriter out, Random random, int id) throws IOException {
        double x = random.nextInt(40_000) / 100.0;
        double y = random.nextInt(28_000) / 100.0;
        double width = 1 + random.nextInt(20_000) / 100.0;
        double height = 1 + random.nextInt(18_000) / 100.0;
        var polygon = new StringBuilder();
        for (int i = 0; i < 32; i++) {
            double across = (x + width * random.nextInt(1000) / 1000.0);
            double down = (y + height * random.nextInt(1000) / 1000.0);
            polygon.append(i > 0 ? "," : "").append(Math.round(across * 100) / 100.0);
            polygon.append(',').append(Math.round(down * 100) / 100.0);
        }
        out.write((id > 1 ? "," : "") + "{\"segmentation\":[[" + polygon + "]],\"area\":" + width * height
                + ",\"iscrowd\":0,\"image_id\":" + (1 + random.nextInt(IMAGES)) + ",\"bbox\":[" + x + "," + y + ","
                + width + "," + height + "],\"category_id\":" + (1 + random.nextInt(CLASSES)) + ",\"id\":" + id + "}");
    }
}
