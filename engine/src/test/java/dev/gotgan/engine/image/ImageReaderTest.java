package dev.gotgan.engine.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gotgan.engine.facts.ImageFacts;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Against files that another writer made: the JDK's ImageIO.
class ImageReaderTest {
    record Sample(String name, ImageFacts.Kind kind, BufferedImage picture, boolean progressive) {
        byte[] bytes() {
            var out = new ByteArrayOutputStream();
            var writer = ImageIO.getImageWritersByFormatName(name).next();
            var param = writer.getDefaultWriteParam();
            if (progressive) {
                param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            }
            try (var image = ImageIO.createImageOutputStream(out)) {
                writer.setOutput(image);
                writer.write(null, new IIOImage(picture, null, null), param);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return out.toByteArray();
        }

        @Override
        public String toString() {
            return "%s %dx%d%s"
                    .formatted(name, picture.getWidth(), picture.getHeight(), progressive ? " progressive" : "");
        }
    }

    static Stream<Sample> samples() {
        return Stream.of(
                new Sample("jpeg", ImageFacts.Kind.JPEG, noise(61, 45, BufferedImage.TYPE_INT_RGB), false),
                new Sample("jpeg", ImageFacts.Kind.JPEG, noise(61, 45, BufferedImage.TYPE_INT_RGB), true),
                new Sample("jpeg", ImageFacts.Kind.JPEG, noise(130, 9, BufferedImage.TYPE_BYTE_GRAY), true),
                new Sample("jpeg", ImageFacts.Kind.JPEG, noise(8, 8, BufferedImage.TYPE_BYTE_GRAY), false),
                new Sample("png", ImageFacts.Kind.PNG, noise(40, 33, BufferedImage.TYPE_INT_ARGB), false),
                new Sample("png", ImageFacts.Kind.PNG, noise(41, 17, BufferedImage.TYPE_BYTE_BINARY), true),
                new Sample("gif", ImageFacts.Kind.GIF, noise(50, 20, BufferedImage.TYPE_BYTE_INDEXED), false),
                new Sample("bmp", ImageFacts.Kind.BMP, noise(19, 31, BufferedImage.TYPE_INT_RGB), false),
                new Sample("tiff", ImageFacts.Kind.TIFF, noise(70, 25, BufferedImage.TYPE_INT_RGB), false));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aWholeImageSaysItsKindAndSides(Sample sample) {
        var facts = BothWays.read(sample.bytes());
        assertThat(facts.error()).isNull();
        assertThat(facts.notice()).isNull();
        assertThat(facts.kind()).isEqualTo(sample.kind());
        assertThat(facts.width()).isEqualTo(sample.picture().getWidth());
        assertThat(facts.height()).isEqualTo(sample.picture().getHeight());
        assertThat(facts.frames()).isOne();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void anImageCutAnywhereGetsOneVerdictAndNeverCountsAfterLosingAThird(Sample sample) {
        var whole = sample.bytes();
        for (int length = 0; length < whole.length; length++) {
            var facts = BothWays.read(Arrays.copyOf(whole, length));
            if (length < whole.length * 2 / 3) {
                assertThat(facts.error()).as("%s cut to %d", sample, length).isNotNull();
            } else {
                boolean remarked = facts.error() != null || facts.notice() != null;
                assertThat(remarked || sample.kind() == ImageFacts.Kind.TIFF)
                        .as("%s cut to %d", sample, length)
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void anyFlippedByteGetsTheSameVerdictEveryWay(Sample sample) {
        var whole = sample.bytes();
        var random = new Random(7);
        for (int i = 0; i < whole.length; i += 1 + whole.length / 400) {
            var flipped = whole.clone();
            flipped[i] ^= (byte) (1 + random.nextInt(255));
            BothWays.read(flipped);
        }
    }

    @Test
    void aJpegWithoutItsEndMarkerCountsOnlyIfItsLastBlockIsThere() {
        for (var sample :
                samples().filter(s -> s.kind() == ImageFacts.Kind.JPEG).toList()) {
            var whole = sample.bytes();
            assertThat(BothWays.read(Arrays.copyOf(whole, whole.length - 2)).notice())
                    .isEqualTo("image_no_end");
            assertThat(BothWays.read(Arrays.copyOf(whole, whole.length - 12)).error())
                    .isEqualTo("image_corrupt");
        }
    }

    @Test
    void zerosBehindTheEndAreOfNoInterestButAnArchiveIs() {
        for (var sample : samples().toList()) {
            var whole = sample.bytes();
            assertThat(BothWays.read(Arrays.copyOf(whole, whole.length + 70_000))
                            .notice())
                    .as(sample.toString())
                    .isNull();
            if (sample.kind() != ImageFacts.Kind.BMP && sample.kind() != ImageFacts.Kind.TIFF) {
                var followed = Arrays.copyOf(whole, whole.length + 4);
                System.arraycopy(new byte[] {'P', 'K', 3, 4}, 0, followed, whole.length, 4);
                assertThat(BothWays.read(followed).notice()).isEqualTo("image_trailing_data");
            }
        }
    }

    @Test
    void aStreamTooLongToBeKeptGetsTheVerdictOfTheFile() {
        var big = noise(2600, 2600, BufferedImage.TYPE_INT_RGB);
        var png = new Sample("png", ImageFacts.Kind.PNG, big, false).bytes();
        var bmp = new Sample("bmp", ImageFacts.Kind.BMP, big, false).bytes();
        var jpeg = new Sample("jpeg", ImageFacts.Kind.JPEG, noise(40, 40, BufferedImage.TYPE_INT_RGB), false).bytes();
        assertThat(png.length).isGreaterThan(Feed.KEPT);
        for (var whole : new byte[][] {png, bmp, Arrays.copyOf(jpeg, Feed.KEPT + 9)}) {
            assertThat(BothWays.read(whole).error()).isNull();
            BothWays.read(Arrays.copyOf(whole, Feed.KEPT + 1));
        }
        assertThat(BothWays.read(Arrays.copyOf(png, Feed.KEPT + 1)).error()).isEqualTo("image_corrupt");
        assertThat(BothWays.read(Arrays.copyOf(bmp, Feed.KEPT + 1)).error()).isEqualTo("image_corrupt");
    }

    @Test
    void severalPagesOfATiffAreFrames() throws IOException {
        var out = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName("tiff").next();
        try (var image = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(image);
            writer.prepareWriteSequence(null);
            for (int i = 0; i < 3; i++) {
                writer.writeToSequence(new IIOImage(noise(9, 9, BufferedImage.TYPE_INT_RGB), null, null), null);
            }
            writer.endWriteSequence();
        }
        byte[] whole = out.toByteArray();
        assertThat(BothWays.read(whole).frames()).isEqualTo(3);
        var cut = BothWays.read(Arrays.copyOf(whole, whole.length / 2));
        assertThat(cut.error()).isNull();
        assertThat(cut.notice()).isEqualTo("image_no_end");
    }

    /// Coefficients 243 to 63: the fuzzer's.
    @Test
    void aScanThatEndsBeforeItBeginsIsBroken() {
        byte[] jpeg = new Sample("jpeg", ImageFacts.Kind.JPEG, noise(61, 45, BufferedImage.TYPE_INT_RGB), true).bytes();
        byte[] cut = Arrays.copyOf(jpeg, jpeg.length - 2);
        assertThat(BothWays.read(cut).error()).isNull();
        int scan = 0;
        while (cut[scan] != (byte) 0xFF || cut[scan + 1] != (byte) 0xDA) {
            scan++;
        }
        int components = cut[scan + 4];
        cut[scan + 5 + 2 * components] = (byte) 243;
        assertThat(BothWays.read(cut).error()).isEqualTo("image_corrupt");
    }

    private static BufferedImage noise(int width, int height, int type) {
        var picture = new BufferedImage(width, height, type);
        var random = new Random(width * 31L + height);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                picture.setRGB(x, y, random.nextInt() | 0xFF000000);
            }
        }
        return picture;
    }
}
