package dev.gotgan.engine.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gotgan.engine.content.LogicalPath;
import dev.gotgan.engine.format.tree.Namesakes;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Of very many files of one name a few are weighed, and the right one is among them.
class NamesakesTest {
    private static final int MANY = 50_000;

    private final Namesakes<LogicalPath> files = new Namesakes<>(path -> path);

    private void add(String form) {
        IntStream.range(0, MANY)
                .mapToObj(i -> LogicalPath.of(form.formatted(i)))
                .sorted()
                .forEach(path -> files.add("x", path));
    }

    @Test
    void theFileInTheSameFolderIsWeighed() {
        add("images/seq%d/x.jpg");
        for (int i = 0; i < MANY; i += 97) {
            var near = files.near("x", "images/seq" + i, "");
            assertThat(near).hasSizeLessThanOrEqualTo(64).contains(LogicalPath.of("images/seq%d/x.jpg".formatted(i)));
        }
    }

    @Test
    void theFileInTheFolderOfTheSameNameIsWeighed() {
        add("images/seq%d/x.jpg");
        for (int i = 0; i < MANY; i += 97) {
            var near = files.near("x", "Annotations/seq" + i, "");
            assertThat(near).hasSizeLessThanOrEqualTo(64).contains(LogicalPath.of("images/seq%d/x.jpg".formatted(i)));
        }
    }

    @Test
    void theFileThatAReferenceEndsLikeIsWeighed() {
        add("images/seq%d/rgb/x.jpg");
        for (int i = 0; i < MANY; i += 97) {
            var near = files.near("x", "annotations", "/home/kim/seq%d/rgb/x.jpg".formatted(i));
            assertThat(near)
                    .hasSizeLessThanOrEqualTo(64)
                    .contains(LogicalPath.of("images/seq%d/rgb/x.jpg".formatted(i)));
        }
    }

    @Test
    void whatIsWeighedComesInTheOrderOfThePaths() {
        add("images/seq%d/x.jpg");
        assertThat(files.near("x", "images/seq7", "seq40/x.jpg")).isSorted();
        assertThat(files.near("y", "images/seq7", "")).isEmpty();
    }
}
