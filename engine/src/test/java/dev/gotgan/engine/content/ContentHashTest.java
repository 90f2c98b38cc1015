package dev.gotgan.engine.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gotgan.engine.testing.Json;
import dev.gotgan.engine.testing.Repository;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ContentHashTest {
    @TestFactory
    Stream<DynamicTest> everyVectorHashesAsSpecified() {
        return Json.objects(Repository.spec("vectors/content-hash.json"), "cases").stream()
                .map(vector -> DynamicTest.dynamicTest(String.valueOf(vector.get("name")), () -> check(vector)));
    }

    @Test
    void filesOutOfOrderOrTwiceAreAMistakeOfTheCaller() {
        var hash = new ContentHash();
        hash.add(file("b", "1"));
        assertThatThrownBy(() -> hash.add(file("a", "1"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> hash.add(file("b", "1"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aStreamHashesLikeItsBytes() throws IOException {
        byte[] bytes = "x".repeat(200_000).getBytes(StandardCharsets.US_ASCII);
        assertThat(Sha256.hash(new ByteArrayInputStream(bytes))).isEqualTo(Sha256.hash(bytes));
        assertThat(Sha256.parse(Sha256.hash(bytes).hex())).isEqualTo(Sha256.hash(bytes));
    }

    private static void check(Map<String, Object> vector) {
        List<FileEntry> files = Json.list(vector.get("files")).stream()
                .map(Json::object)
                .map(row -> file(String.valueOf(row.get("path")), String.valueOf(row.get("text"))))
                .sorted()
                .toList();
        assertThat(files.stream()
                        .map(file -> file.path().value())
                        .<Object>map(path -> path)
                        .toList())
                .isEqualTo(Json.list(vector.get("order")));
        assertThat(ContentHash.of(files).hex()).isEqualTo(vector.get("content_hash"));
    }

    private static FileEntry file(String path, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new FileEntry(LogicalPath.of(path), Sha256.hash(bytes), bytes.length);
    }
}
