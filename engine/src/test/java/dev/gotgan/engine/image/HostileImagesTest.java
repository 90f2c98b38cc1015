package dev.gotgan.engine.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gotgan.engine.facts.ImageFacts;
import dev.gotgan.engine.testing.Shared;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostileImagesTest {
    @ParameterizedTest
    @CsvSource({
        "ok.png, PNG, 32, 24",
        "gray16.png, PNG, 32, 24",
        "palette.png, PNG, 32, 24",
        "ok.bmp, BMP, 16, 16",
        "ok.gif, GIF, 2, 2",
        "ok.webp, WEBP, 1, 1",
        "UPPER.JPEG, JPEG, 64, 48",
        "exif-orient.jpg, JPEG, 64, 48",
        "html-com.jpg, JPEG, 64, 48",
    })
    void honestImagesAreReadWithoutARemark(String file, ImageFacts.Kind kind, int width, int height)
            throws IOException {
        var facts = read(file);
        assertThat(facts.error()).isNull();
        assertThat(facts.notice()).isNull();
        assertThat(facts.kind()).isEqualTo(kind);
        assertThat(facts.width()).isEqualTo(width);
        assertThat(facts.height()).isEqualTo(height);
    }

    @ParameterizedTest
    @CsvSource({
        "gps.jpg, image_metadata",
        "ztxt-bomb.png, image_metadata",
        "iccp-bomb.png, image_metadata",
        "many-chunks.png, image_metadata",
        "apng-bomb.png, image_metadata",
        "frames.gif, image_metadata",
        "idat-bomb.png, image_trailing_data",
        "zip-polyglot.png, image_trailing_data",
        "no-eoi.jpg, image_no_end",
        "photo.heic, image_no_preview",
    })
    void oddImagesCountWithANotice(String file, String notice) throws IOException {
        var facts = read(file);
        assertThat(facts.error()).isNull();
        assertThat(facts.notice()).isEqualTo(notice);
    }

    @ParameterizedTest
    @CsvSource({
        "int-overflow.png, image_too_large",
        "w65536h65536.png, image_too_large",
        "dim-bomb.jpg, image_too_large",
        "raster-2gb.jpg, image_too_large",
        "huge.bmp, image_too_large",
        "canvas-bomb.gif, image_too_large",
        "canvas-bomb.webp, image_too_large",
        "zero.png, image_corrupt",
        "chunk-overflow.png, image_corrupt",
        "bad-crc.png, image_corrupt",
        "truncated.png, image_corrupt",
        "truncated.jpg, image_corrupt",
        "negative.bmp, image_corrupt",
        "one-byte.jpg, image_corrupt",
        "exe-as.png, image_type_mismatch",
        "lfs-pointer.jpg, image_lfs_pointer",
        "script.svg, image_unsupported",
        "xxe.svg, image_unsupported",
        "ssrf.svg, image_unsupported",
    })
    void whatCannotBeReadDoesNotCount(String file, String error) throws IOException {
        assertThat(read(file).error()).isEqualTo(error);
    }

    private static ImageFacts read(String file) throws IOException {
        return BothWays.read(Files.readAllBytes(Shared.at("hostile/image/" + file)));
    }
}
