package dev.gotgan.engine.format.finding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gotgan.engine.testing.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// `spec/findings.md` is the list that others read: it says of every kind what the code says.
class FindingsPageTest {
    private static final Pattern ROW = Pattern.compile("^\\| `[a-z_0-9]+` \\| (error|warning|info) \\| .*");

    @Test
    void everyKindHasItsRow() throws IOException {
        var rows = Files.readAllLines(Repository.spec("findings.md")).stream()
                .filter(line -> ROW.matcher(line).matches())
                .toList();
        var kinds =
                Arrays.stream(FindingKind.values()).map(FindingsPageTest::row).toList();
        assertThat(rows).as("rows of spec/findings.md").containsExactlyInAnyOrderElementsOf(kinds);
    }

    private static String row(FindingKind kind) {
        var sentence = FindingText.ENGLISH.patterns().getOrDefault(kind.wire(), "");
        return "| `%s` | %s | %s | %s |".formatted(kind.wire(), kind.severity().wire(), kind.reason(), sentence);
    }
}
