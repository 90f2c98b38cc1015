package dev.gotgan.bench.data;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/// A zip of many pictures of 360 × 200 to 360 × 480 and about two kilobytes with a COCO file of three boxes on each.
/// There are sixty drawings; a comment in its head makes each file one of its own.
public final class GalleryZip {
    private static final int DRAWINGS = 60;
    private static final int WIDTH = 360;

    private GalleryZip() {}

    public static Path write(Path file, int images) throws IOException {
        var random = new Random(images);
        var drawings = new ArrayList<byte[]>();
        for (int i = 0; i < DRAWINGS; i++) {
            drawings.add(drawing(height(i), random));
        }
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.setMethod(ZipOutputStream.STORED);
            for (int i = 0; i < images; i++) {
                put(zip, "images/%06d.jpg".formatted(i), commented(drawings.get(i % DRAWINGS), "picture " + i));
            }
            put(zip, "annotations/instances_train.json", coco(images, random).getBytes(UTF_8));
        }
        return file;
    }

    private static int height(int drawing) {
        return 200 + 280 * (drawing * 37 % DRAWINGS) / DRAWINGS;
    }

    private static byte[] drawing(int height, Random random) throws IOException {
        var image = new BufferedImage(WIDTH, height, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        for (int i = 0; i < 8; i++) {
            pen.setColor(new Color(random.nextInt(1 << 24)));
            pen.fillOval(random.nextInt(WIDTH), random.nextInt(height), random.nextInt(WIDTH), random.nextInt(height));
        }
        pen.dispose();
        var out = new ByteArrayOutputStream();
        ImageIO.setUseCache(false);
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var quality = writer.getDefaultWriteParam();
        quality.setCompressionMode(javax.imageio.ImageWriteParam.MODE_EXPLICIT);
        quality.setCompressionQuality(0.2f);
        try (var stream = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.write(null, new javax.imageio.IIOImage(image, null, null), quality);
        }
        writer.dispose();
        return out.toByteArray();
    }

    private static byte[] commented(byte[] jpeg, String comment) {
        var text = comment.getBytes(UTF_8);
        var out = new ByteArrayOutputStream(jpeg.length + text.length + 4);
        out.write(jpeg, 0, 2);
        out.write(0xff);
        out.write(0xfe);
        out.write(0);
        out.write(text.length + 2);
        out.writeBytes(text);
        out.write(jpeg, 2, jpeg.length - 2);
        return out.toByteArray();
    }

    private static String coco(int images, Random random) {
        var names = List.of("cat", "dog", "bird");
        var pictures = new ArrayList<String>();
        var boxes = new ArrayList<String>();
        for (int i = 0; i < images; i++) {
            int height = height(i % DRAWINGS);
            pictures.add(
                    "{\"id\":%d,\"file_name\":\"%06d.jpg\",\"width\":%d,\"height\":%d}".formatted(i, i, WIDTH, height));
            for (int k = 0; k < names.size(); k++) {
                boxes.add(
                        "{\"id\":%d,\"image_id\":%d,\"category_id\":%d,\"bbox\":[%d,%d,80,60],\"area\":4800,\"iscrowd\":0}"
                                .formatted(
                                        i * 3L + k, i, k + 1, random.nextInt(WIDTH - 80), random.nextInt(height - 60)));
            }
        }
        var classes = new ArrayList<String>();
        for (int k = 0; k < names.size(); k++) {
            classes.add("{\"id\":%d,\"name\":\"%s\"}".formatted(k + 1, names.get(k)));
        }
        return "{\"images\":[%s],\"annotations\":[%s],\"categories\":[%s]}"
                .formatted(String.join(",", pictures), String.join(",", boxes), String.join(",", classes));
    }

    private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        var crc = new CRC32();
        crc.update(bytes);
        var entry = new ZipEntry(name);
        entry.setSize(bytes.length);
        entry.setCrc(crc.getValue());
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }
}
