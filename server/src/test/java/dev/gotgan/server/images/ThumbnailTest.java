package dev.gotgan.server.images;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gotgan.server.running.Client;
import dev.gotgan.server.running.Form;
import dev.gotgan.server.running.RunningServer;
import dev.gotgan.server.running.Samples;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `GET /datasets/{id}/thumbnail`: pictures as people see them, and boxes that lie over them.
class ThumbnailTest {
    private static final String DATASETS = "/api/v1/datasets";

    private final RunningServer server = RunningServer.shared();
    private final Client admin = Client.signedIn(server, RunningServer.ADMIN, RunningServer.PASSWORD);

    /// One red quarter is labelled; wherever EXIF turns it, the box lies over what is red.
    @ParameterizedTest
    @CsvSource({"1", "2", "3", "4", "5", "6", "7", "8"})
    void theBoxLiesOverWhatItLabelsHoweverThePictureIsTurned(int orientation) throws IOException {
        var dataset = upload(new Form()
                .file("data.yaml", "names: [red]\ntrain: images\n")
                .file("images/a.jpg", turned(orientation))
                .file("labels/a.txt", "0 0.25 0.25 0.5 0.5\n"));
        var image = admin.get(dataset + "/images").json().path(0);
        var picture = picture(dataset + "/thumbnail?path=images/a.jpg&size=128");
        assertThat(image.path("orientation").asInt()).isEqualTo(orientation);
        assertThat(image.path("width").asInt() > image.path("height").asInt()).isEqualTo(orientation < 5);
        assertThat(picture.getWidth() > picture.getHeight()).isEqualTo(orientation < 5);
        var box = image.at("/shapes/0/box");
        for (int y = 2; y < picture.getHeight() - 2; y++) {
            for (int x = 2; x < picture.getWidth() - 2; x++) {
                double left = box.path(0).asDouble() * picture.getWidth();
                double top = box.path(1).asDouble() * picture.getHeight();
                double right = left + box.path(2).asDouble() * picture.getWidth();
                double bottom = top + box.path(3).asDouble() * picture.getHeight();
                if (near(x, left) || near(x, right) || near(y, top) || near(y, bottom)) {
                    continue;
                }
                boolean inside = x > left && x < right && y > top && y < bottom;
                assertThat(new Color(picture.getRGB(x, y)).getRed() > 128)
                        .as("%d, %d", x, y)
                        .isEqualTo(inside);
            }
        }
    }

    private static boolean near(int at, double edge) {
        return Math.abs(at - edge) < 5;
    }

    @Test
    void aPictureIsKnownByItsContentAndSizeAndSentOnce() throws IOException {
        var dataset = upload(Samples.yolo());
        var address = dataset + "/thumbnail?path=images/val/b.png&size=128";
        var first = admin.get(address);
        assertThat(first.header("Content-Type")).isEqualTo("image/jpeg");
        assertThat(first.header("Cache-Control")).isEqualTo("private, no-cache");
        assertThat(admin.get(address).body()).isEqualTo(first.body());
        assertThat(admin.get(address + "&generation=1").header("Cache-Control")).contains("immutable");
        assertThat(picture(address).getWidth()).as("never larger than it was").isEqualTo(10);
        var again = Client.signedIn(server, RunningServer.ADMIN, RunningServer.PASSWORD)
                .header("If-None-Match", first.header("ETag"))
                .get(address);
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @Test
    void whatCantBeDrawnIsSaidSo() {
        var dataset = upload(Samples.yolo().file("images/val/broken.png", "no picture"));
        assertThat(code(dataset, "data.yaml", "128")).isEqualTo("422 no_thumbnail");
        assertThat(code(dataset, "images/val/broken.png", "128")).isEqualTo("422 no_thumbnail");
        assertThat(code(dataset, "images/val/c.png", "128")).isEqualTo("404 file_not_found");
        assertThat(code(dataset, "../c.png", "128")).isEqualTo("422 path_traversal");
        assertThat(code(dataset, "images/val/b.png", "129")).isEqualTo("400 invalid_parameter");
        assertThat(code(dataset, "images/val/b.png", "big")).isEqualTo("400 invalid_parameter");
    }

    private String code(String dataset, String path, String size) {
        var answer = admin.get(dataset + "/thumbnail?path=" + path + "&size=" + size);
        return answer.status() + " " + answer.code();
    }

    private BufferedImage picture(String address) throws IOException {
        var answer = admin.get(address);
        assertThat(answer.status()).isEqualTo(200);
        return ImageIO.read(new ByteArrayInputStream(answer.body()));
    }

    private String upload(Form form) {
        var answer = admin.upload(DATASETS + "/upload", form.field("name", "to look at"));
        assertThat(answer.status()).isEqualTo(201);
        return DATASETS + "/" + answer.json().path("dataset_id").asString();
    }

    /// Lying, red in the quarter above left, with an EXIF segment behind the first marker.
    private static byte[] turned(int orientation) throws IOException {
        var image = new BufferedImage(400, 240, BufferedImage.TYPE_INT_RGB);
        var canvas = image.createGraphics();
        canvas.setColor(Color.RED);
        canvas.fillRect(0, 0, 200, 120);
        canvas.dispose();
        var plain = new ByteArrayOutputStream();
        ImageIO.write(image, "jpeg", plain);
        byte[] exif = {
            (byte) 0xFF,
            (byte) 0xE1,
            0,
            34,
            'E',
            'x',
            'i',
            'f',
            0,
            0,
            'M',
            'M',
            0,
            42,
            0,
            0,
            0,
            8,
            0,
            1,
            1,
            0x12,
            0,
            3,
            0,
            0,
            0,
            1,
            0,
            (byte) orientation,
            0,
            0,
            0,
            0,
            0,
            0
        };
        var out = new ByteArrayOutputStream();
        out.write(plain.toByteArray(), 0, 2);
        out.write(exif);
        out.write(plain.toByteArray(), 2, plain.size() - 2);
        return out.toByteArray();
    }
}
