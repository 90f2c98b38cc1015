package dev.gotgan.cli.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LanguageTest {
    @Test
    void whatIsAskedForComesBeforeTheEnvironment() {
        assertThat(Language.of("en", Map.of("LANG", "ko_KR.UTF-8"))).isEqualTo(Locale.ENGLISH);
        assertThat(Language.of("ko", Map.of())).isEqualTo(Locale.KOREAN);
    }

    @Test
    void theEnvironmentIsReadAsProgramsDo() {
        assertThat(Language.of(null, Map.of("LANG", "ko_KR.UTF-8"))).isEqualTo(Locale.KOREAN);
        assertThat(Language.of(null, Map.of("LANG", "ko_KR.UTF-8", "LC_ALL", "C")))
                .isEqualTo(Locale.ENGLISH);
        assertThat(Language.of(null, Map.of("LC_MESSAGES", "ko", "LANG", "en_US.UTF-8")))
                .isEqualTo(Locale.KOREAN);
        assertThat(Language.of(null, Map.of("LC_ALL", "", "LANG", "kok_IN"))).isEqualTo(Locale.ENGLISH);
        assertThat(Language.of(null, Map.of())).isEqualTo(Locale.ENGLISH);
    }
}
