package dev.gotgan.engine.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gotgan.engine.facts.ImageFacts;
import dev.gotgan.engine.testing.Dribs;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/// Reads one content as a stream (in one gulp and in dribs) and as ranges, and insists on one verdict.
public final class BothWays {
    private BothWays() {}

    public static ImageFacts read(byte[] content) {
        try {
            var streamed = new ImageReader().read(new ByteArrayInputStream(content));
            assertThat(new ImageReader().read(new Dribs(content))).isEqualTo(streamed);
            assertThat(new ImageReader().read(new ArrayRanges(content))).isEqualTo(streamed);
            return streamed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("ArrayRecordComponent")
    record ArrayRanges(byte[] content) implements Ranges {
        @Override
        public long size() {
            return content.length;
        }

        @Override
        public int read(long at, byte[] into, int offset, int length) {
            if (at >= content.length) {
                return -1;
            }
            int n = (int) Math.min(Math.min(length, 1000), content.length - at);
            System.arraycopy(content, (int) at, into, offset, n);
            return n;
        }
    }
}
