package dev.gotgan.engine.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gotgan.engine.facts.ImageFacts;
import dev.gotgan.engine.facts.ImageFacts.Kind;
import dev.gotgan.engine.image.BothWays;
import java.util.Arrays;
import java.util.Set;
import java.util.zip.CRC32;

/// Any bytes are an image with sides, or an error; as a stream, in dribs and by ranges the same.
final class ImageCheck {
    /// They may lack a size where we look for it, and carry a notice in any case.
    private static final Set<Kind> KEEP_SIZE_INSIDE = Set.of(Kind.AVIF, Kind.HEIC);
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G'};

    private ImageCheck() {}

    static void run(byte[] input) {
        check(input);
        if (input.length > 8 && Arrays.equals(input, 0, 4, PNG, 0, 4)) {
            check(repaired(input));
        }
    }

    private static void check(byte[] input) {
        ImageFacts facts = BothWays.read(input);
        boolean sizeless = facts.width() == 0 && facts.height() == 0 && KEEP_SIZE_INSIDE.contains(facts.kind());
        if (facts.error() == null && !sizeless) {
            assertThat(facts.width()).isBetween(1, 65_535);
            assertThat(facts.height()).isBetween(1, 65_535);
            assertThat((long) facts.width() * facts.height()).isLessThanOrEqualTo(1L << 28);
            assertThat(facts.frames()).isPositive();
        }
    }

    /// A PNG whose checksums fit again.
    private static byte[] repaired(byte[] input) {
        byte[] png = input.clone();
        for (long at = 8; at + 12 <= png.length; ) {
            int chunk = (int) at;
            long length = (png[chunk] & 0xFFL) << 24
                    | (png[chunk + 1] & 0xFF) << 16
                    | (png[chunk + 2] & 0xFF) << 8
                    | (png[chunk + 3] & 0xFF);
            at += 12 + length;
            if (at <= png.length) {
                var crc = new CRC32();
                crc.update(png, chunk + 4, (int) length + 4);
                for (int i = 0; i < 4; i++) {
                    png[(int) at - 4 + i] = (byte) (crc.getValue() >>> (8 * (3 - i)));
                }
            }
        }
        return png;
    }
}
