package dev.gotgan.engine.format.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LineFeedTest {
    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of("a", "bc", " ", "\n", "\r", "\r\n", "고")
                .list()
                .ofMaxSize(40)
                .map(parts -> String.join("", parts));
    }

    @Property
    void linesAreThoseOfTheTextHoweverItArrives(
            @ForAll("texts") String text, @ForAll @IntRange(min = 0, max = 50) int first) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        int n = Math.min(first, bytes.length);
        var rest = new ByteArrayInputStream(bytes, n, bytes.length - n);
        assertThat(lines(new LineFeed(bytes, n, rest))).isEqualTo(text.lines().toList());
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstLine() {
        var bytes = "\uFEFFcat\n".getBytes(StandardCharsets.UTF_8);
        assertThat(lines(new LineFeed(bytes, bytes.length))).containsExactly("cat");
    }

    @Test
    void aLineTooLongIsCutAndTheNextOneIsWhole() throws IOException {
        var text = "x".repeat(LineFeed.MAX_LINE + 5000) + "\nnext";
        var feed = new LineFeed(new byte[0], 0, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        assertThat(feed.next()).isTrue();
        assertThat(feed.cut()).isTrue();
        assertThat(feed.length()).isEqualTo(LineFeed.MAX_LINE);
        assertThat(feed.next()).isTrue();
        assertThat(feed.cut()).isFalse();
        assertThat(feed.text()).isEqualTo("next");
        assertThat(feed.number()).isEqualTo(2);
        assertThat(feed.next()).isFalse();
    }

    @Test
    void joinedContentIsReadToItsEndAndNeverClosed() throws IOException {
        var closed = new boolean[1];
        var rest = new ByteArrayInputStream(new byte[] {4, 5}) {
            @Override
            public void close() {
                closed[0] = true;
            }
        };
        InputStream joined = Joined.of(new byte[] {1, 2, 9}, 2, 3, rest);
        assertThat(joined.readAllBytes()).containsExactly(1, 2, 3, 4, 5);
        joined.close();
        assertThat(closed[0]).isFalse();
    }

    private static List<String> lines(LineFeed feed) {
        var lines = new ArrayList<String>();
        try {
            while (feed.next()) {
                lines.add(feed.text());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines;
    }
}
