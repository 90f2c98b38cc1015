package dev.gotgan.imaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gotgan.engine.facts.ImageFacts;
import dev.gotgan.engine.gallery.DrawThumbnail;
import dev.gotgan.engine.gallery.DrawThumbnail.NotDrawable;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ThumbnailsTest {
    private static final int WIDTH = 400;
    private static final int HEIGHT = 240;

    @TempDir
    private static Path natives;

    private static Stream<Arguments> everyWayAndOrientation() {
        return Stream.of("opencv", "jdk")
                .flatMap(by -> Stream.of(1, 2, 3, 4, 5, 6, 7, 8)
                        .flatMap(turn -> Stream.of("png", "jpeg", "bmp").map(kind -> Arguments.of(by, kind, turn))));
    }

    /// Red above left, green above right, blue below left, white below right; and where each corner is to be seen.
    @ParameterizedTest
    @MethodSource("everyWayAndOrientation")
    void everyCornerIsWhereTheOrientationSays(String by, String kind, int orientation) throws IOException {
        var picture = read(draw(by).of(corners(kind), facts(WIDTH, HEIGHT, orientation), 100));
        boolean onItsSide = orientation >= 5;
        assertThat(picture.getWidth()).isEqualTo(onItsSide ? 60 : 100);
        assertThat(picture.getHeight()).isEqualTo(onItsSide ? 100 : 60);
        var seen = Stream.of(new int[] {5, 5}, new int[] {-5, 5}, new int[] {5, -5}, new int[] {-5, -5})
                .map(at -> colour(picture, at[0], at[1]))
                .reduce("", String::concat);
        var expected = switch (orientation) {
            case 1 -> "RGBW";
            case 2 -> "GRWB";
            case 3 -> "WBGR";
            case 4 -> "BWRG";
            case 5 -> "RBGW";
            case 6 -> "BRWG";
            case 7 -> "WGBR";
            default -> "GWRB";
        };
        assertThat(seen).isEqualTo(expected);
    }

    @Test
    void nothingIsEverWiderThanAskedNorLargerThanItWas() throws IOException {
        var draw = draw("opencv");
        for (int side : new int[] {1, 7, 128, 256, 399, 400, 401, 1024}) {
            var picture = read(draw.of(corners("png"), facts(WIDTH, HEIGHT, 1), side));
            assertThat(Math.max(picture.getWidth(), picture.getHeight())).isEqualTo(Math.min(side, WIDTH));
        }
        var thread = encoded(new BufferedImage(3000, 1, BufferedImage.TYPE_INT_RGB), "png");
        assertThat(read(draw.of(thread, facts(3000, 1, 6), 128)).getHeight()).isEqualTo(128);
    }

    /// Whichever way it is scaled, boxes lie over what they label.
    @ParameterizedTest
    @ValueSource(ints = {390, 320, 268, 250, 200, 130})
    void whatIsInTheMiddleStaysInTheMiddle(int side) throws IOException {
        for (var kind : new String[] {"png", "jpeg"}) {
            var picture = read(draw("opencv").of(corners(kind), facts(WIDTH, HEIGHT, 1), side));
            int middle = picture.getWidth() / 2;
            assertThat(colour(picture, middle - 4, 5) + colour(picture, middle + 4, 5))
                    .as(kind)
                    .isEqualTo("RG");
            assertThat(colour(picture, 5, picture.getHeight() / 2 - 4)
                            + colour(picture, 5, picture.getHeight() / 2 + 4))
                    .as(kind)
                    .isEqualTo("RB");
        }
    }

    @Test
    void openCvItselfDrawsAndNotOnlyWhatStandsBehindIt() {
        assertThat(new OpenCvThumbnail().of(corners("png"), facts(WIDTH, HEIGHT, 1), 128))
                .isNotEmpty();
    }

    @Test
    void aJpegThatBreaksOffIsDrawnAsFarAsItGoes() throws IOException {
        var whole = corners("jpeg");
        var cut = Arrays.copyOf(whole, whole.length - 40);
        assertThat(read(draw("opencv").of(cut, facts(WIDTH, HEIGHT, 1), 100)).getWidth())
                .isEqualTo(100);
    }

    @Test
    void aGifIsDrawn() throws IOException {
        assertThat(colour(read(draw("opencv").of(corners("gif"), facts(WIDTH, HEIGHT, 1), 100)), 5, 5))
                .isEqualTo("R");
    }

    @Test
    void whatSaysThatItIsTooLargeIsNotEvenTouched() {
        assertThatThrownBy(() -> draw("opencv").of(new byte[0], facts(60_000, 60_000, 1), 128))
                .isInstanceOf(NotDrawable.class)
                .hasMessageContaining("60,000");
    }

    @Test
    void whatIsNoImageIsRefused() {
        var facts = new ImageFacts(ImageFacts.Kind.OTHER, 0, 0, 1, 1, 0, "image_corrupt", null);
        assertThatThrownBy(() -> draw("opencv").of("words".getBytes(UTF_8), facts, 128))
                .isInstanceOf(NotDrawable.class);
        assertThatThrownBy(() -> draw("opencv").of(new byte[] {1, 2, 3}, facts(10, 10, 1), 128))
                .isInstanceOf(NotDrawable.class);
        assertThatThrownBy(() -> draw("opencv").of(new byte[0], facts(10, 10, 1), 128))
                .isInstanceOf(NotDrawable.class);
    }

    private static DrawThumbnail draw(String by) {
        return by.equals("jdk") ? new JdkThumbnail() : Thumbnails.unpackedIn(natives);
    }

    private static ImageFacts facts(int width, int height, int orientation) {
        return new ImageFacts(ImageFacts.Kind.PNG, width, height, orientation, 1, 8, null, null);
    }

    private static byte[] corners(String kind) {
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        var canvas = image.createGraphics();
        var colours = new Color[] {Color.RED, Color.GREEN, Color.BLUE, Color.WHITE};
        for (int i = 0; i < 4; i++) {
            canvas.setColor(colours[i]);
            canvas.fillRect(i % 2 * WIDTH / 2, i / 2 * HEIGHT / 2, WIDTH / 2, HEIGHT / 2);
        }
        canvas.dispose();
        return encoded(image, kind);
    }

    private static byte[] encoded(BufferedImage image, String kind) {
        var out = new ByteArrayOutputStream();
        try {
            assertThat(ImageIO.write(image, kind, out)).isTrue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static BufferedImage read(byte[] jpeg) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(jpeg));
    }

    /// A negative place is counted from the other end.
    private static String colour(BufferedImage picture, int x, int y) {
        var colour = new Color(picture.getRGB(x < 0 ? picture.getWidth() + x : x, y < 0 ? picture.getHeight() + y : y));
        boolean red = colour.getRed() > 128;
        boolean green = colour.getGreen() > 128;
        boolean blue = colour.getBlue() > 128;
        return red && green && blue ? "W" : red ? "R" : green ? "G" : blue ? "B" : "?";
    }
}
