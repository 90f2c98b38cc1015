package dev.gotgan.server.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gotgan.engine.content.PathRefusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CodesTest {
    private static final Path LIST = Path.of("..", "spec", "codes.md");
    private static final Pattern ROW = Pattern.compile("\\| `([a-z_]+)` \\| (\\d{3}) \\| .+ \\|");

    @Test
    void theClosedListIsTheOneThatIsSent() throws IOException {
        assertThat(written()).hasSizeGreaterThan(60);
        assertThat(written())
                .containsExactlyElementsOf(Stream.of(Code.values())
                        .map(code -> code.wire() + " " + code.status())
                        .toList());
    }

    @Test
    void everyRefusalOfAPathIsInIt() {
        assertThat(PathRefusal.values())
                .allMatch(refusal -> Code.find(refusal.code())
                        .filter(code -> code.status() == 422)
                        .isPresent());
    }

    private static List<String> written() throws IOException {
        try (var lines = Files.lines(LIST)) {
            return lines.map(ROW::matcher)
                    .filter(row -> row.matches())
                    .map(row -> row.group(1) + " " + row.group(2))
                    .toList();
        }
    }
}
