package dev.gotgan.server.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShownTest {
    @Test
    void whatPeopleWriteStaysAsItIs() {
        assertThat(Shown.text("고양이/naïve 🐈.jpg — “x”")).isEqualTo("고양이/naïve 🐈.jpg — “x”");
    }

    @Test
    void whatHidesOrReordersIsSpelledOut() {
        assertThat(Shown.text("a\u202Egpj.exe\u0000\u200B\r\n"))
                .isEqualTo("a\\u202egpj.exe\\u0000\\u200b\\u000d\\u000a");
    }

    @Test
    void halfACharacterBreaksNoAnswer() {
        assertThat(Shown.text("x\uD800y")).isEqualTo("x\\ud800y");
    }

    @Test
    void nobodyIsShownAMegabyte() {
        assertThat(Shown.text("x".repeat(1_000_000))).hasSize(1000);
    }
}
