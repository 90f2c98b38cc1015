package dev.gotgan.cli.push;

import dev.gotgan.cli.http.Api;
import dev.gotgan.engine.content.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/// Remembers the upload that a push of one folder to one place has open, until it is committed: who starts
/// the same push again goes on with it.
final class Interrupted {
    private final Path file;

    private Interrupted(Path file) {
        this.file = file;
    }

    /// @param dataset made for this push or named by it
    /// @param upload  an open upload of it
    record Upload(String dataset, String upload) {}

    /// The memory of one kind of push: the same folder, to the same dataset (or to a new one of this name), by the same
    /// rules.
    static Interrupted of(Path caches, String server, Path folder, String rules) throws IOException {
        var all = String.join("\n", server, folder.toRealPath().toString(), rules);
        var name = Sha256.hash(all.getBytes(StandardCharsets.UTF_8)).hex();
        return new Interrupted(caches.resolve("push").resolve(name));
    }

    /// Where what can be found out again is kept.
    static Path caches(Map<String, String> environment) {
        var named = environment.get("XDG_CACHE_HOME");
        return named == null || named.isEmpty()
                ? Path.of(System.getProperty("user.home"), ".cache", "gotgan")
                : Path.of(named, "gotgan");
    }

    Optional<Upload> find() throws IOException {
        try {
            var kept = Api.JSON.readTree(Files.readString(file));
            return Optional.of(new Upload(
                    kept.path("dataset").asString(""), kept.path("upload").asString("")));
        } catch (NoSuchFileException | JacksonException e) {
            return Optional.empty();
        }
    }

    void keep(Upload upload) throws IOException {
        var folder = Optional.ofNullable(file.getParent()).orElseThrow();
        Files.createDirectories(folder);
        var fresh = Files.createTempFile(folder, "push", ".new");
        Files.writeString(
                fresh,
                Api.JSON
                        .createObjectNode()
                        .put("dataset", upload.dataset())
                        .put("upload", upload.upload())
                        .toString());
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }

    void forget() throws IOException {
        Files.deleteIfExists(file);
    }
}
