package dev.gotgan.cli.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {
    @Test
    void columnsStayUnderEachOtherInKoreanToo() {
        assertThat(printed(List.of(List.of("고양이", "1"), List.of("dog", "22")))).isEqualTo("고양이  1\ndog     22\n");
    }

    @Test
    void aNameCannotMoveTheCursor() {
        assertThat(printed(List.of(List.of("a\u001b[2J", "x")))).doesNotContain("\u001b");
    }

    private static String printed(List<List<String>> rows) {
        var text = new StringWriter();
        Table.print(rows, new PrintWriter(text));
        return text.toString().replace(System.lineSeparator(), "\n");
    }
}
