package dev.gotgan.engine.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetTest {
    @Test
    void anAddressIsTakenApart() {
        assertThat(Target.of("https://r2.example.org/b/a%20b?x=1&y=/"))
                .isEqualTo(new Target(true, "r2.example.org", 443, "r2.example.org", "/b/a%20b?x=1&y=/"));
        assertThat(Target.of("HTTP://[::1]:7070")).isEqualTo(new Target(false, "[::1]", 7070, "[::1]:7070", "/"));
        assertThat(Target.of("http://[::1]/a")).isEqualTo(new Target(false, "[::1]", 80, "[::1]", "/a"));
        assertThat(Target.of("http://h:?q")).isEqualTo(new Target(false, "h", 80, "h:", "/?q"));
    }

    @Test
    void anotherPathOfTheSameServer() {
        var target = Target.of("http://h:1/a?b").at("/c?d");
        assertThat(target).hasToString("http://h:1/c?d").isEqualTo(Target.of("http://h:1/c?d"));
        assertThat(target.origin()).isEqualTo("http://h:1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/a",
                "a",
                "ftp://h/a",
                "http:///a",
                "http://:80/a",
                "http://me@h/a",
                "http://h:80@evil/a",
                "http://h:65536/",
                "http://h:8x/",
                "http://h:-1/",
                "http://h/a b",
                "http://h/a#b",
                "http://h#b",
                "http://h/a\r\nX-Own: 1",
                "http://h\r\n/",
                "http://h/\u00e9"
            })
    void whatIsNoAddressOrBreaksALineIsRefused(String address) {
        assertThatThrownBy(() -> Target.of(address)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPathThatBreaksALineIsRefused() {
        var target = Target.of("http://h/");
        assertThatThrownBy(() -> target.at("/a\nb")).isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void itReadsWhatTheJdkReads(
            @ForAll boolean encrypted,
            @ForAll @AlphaChars @NumericChars @Chars({'.', '-'}) @StringLength(min = 1, max = 20) String host,
            @ForAll @IntRange(max = 65_535) int port,
            @ForAll @AlphaChars @Chars({'/', '~', '+', '?', '=', '&', ':', '@'}) @StringLength(max = 40) String rest) {
        var address = "%s://h%s:%d/%s".formatted(encrypted ? "https" : "http", host, port, rest);
        var theirs = URI.create(address);
        var ours = Target.of(address);
        var query = theirs.getRawQuery() == null ? "" : "?" + theirs.getRawQuery();
        assertThat(ours.path()).isEqualTo(theirs.getRawPath() + query);
        assertThat(ours.authority()).isEqualTo(theirs.getRawAuthority());
        assertThat(ours.encrypted())
                .isEqualTo(theirs.getScheme().toLowerCase(Locale.ROOT).equals("https"));
        if (theirs.getHost() != null) {
            assertThat(ours.host()).isEqualTo(theirs.getHost());
            assertThat(ours.port()).isEqualTo(theirs.getPort());
        }
    }
}
