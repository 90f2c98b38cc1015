package dev.gotgan.server.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The files that the web build laid down, by the list that it wrote. What is not on the list does not exist: other
/// jars have files under the same root, and no name from outside ever becomes a path.
final class WebFiles {
    private static final String ROOT = "/META-INF/resources/gotgan/";

    private final Set<String> names;

    private WebFiles(Set<String> names) {
        this.names = names;
    }

    /// Of this build; none where it was made without its web part.
    static WebFiles ofThisBuild() {
        try (var list = WebFiles.class.getResourceAsStream(ROOT + "files.txt")) {
            return new WebFiles(list == null ? Set.of() : names(list));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> names(InputStream list) throws IOException {
        return new String(list.readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank())
                .collect(Collectors.toUnmodifiableSet());
    }

    Set<String> names() {
        return names;
    }

    boolean has(String name) {
        return names.contains(name);
    }

    /// The bytes of a file that [#has] knows; null for its compressed form where there is none.
    byte @Nullable [] bytes(String name, Form form) throws IOException {
        try (var bytes = WebFiles.class.getResourceAsStream(ROOT + name + form.suffix)) {
            return bytes == null ? null : bytes.readAllBytes();
        }
    }

    /// As it is, or as the build compressed it once for all.
    enum Form {
        PLAIN(""),
        GZIP(".gz");

        private final String suffix;

        Form(String suffix) {
            this.suffix = suffix;
        }
    }
}
