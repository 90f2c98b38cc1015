package dev.gotgan.cli.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class NameNoteTest {
    @Test
    void itSaysWhatOfHowManyAndOneOfThem() {
        assertThat(printed(new NameNote("path_hidden", 3, ".env", "a hidden file")))
                .isEqualTo("note path_hidden: 3 files, as .env: a hidden file");
        assertThat(printed(new NameNote("path_hidden", 1, "README", "a name without an ending")))
                .isEqualTo("note path_hidden: 1 file, as README: a name without an ending");
    }

    @Test
    void aNameCannotMoveTheCursor() {
        assertThat(printed(new NameNote("path_hidden", 1, "a\u001b[2J", "odd"))).doesNotContain("\u001b");
    }

    private static String printed(NameNote note) {
        var text = new StringWriter();
        note.print(new PrintWriter(text));
        return text.toString().strip();
    }
}
