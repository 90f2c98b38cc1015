package dev.gotgan.cli.http;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/// Where the server is and who we are: from `GOTGAN_URL` and `GOTGAN_TOKEN`, else from the login file (mode 600).
///
/// @param token empty for an anonymous caller
public record Login(URI url, Optional<String> token) {
    private static final String DEFAULT_URL = "http://127.0.0.1:8080";

    /// The environment wins over the file, value by value.
    public static Login current(Map<String, String> environment) throws IOException {
        var saved = read(file(environment));
        String url = environment.getOrDefault("GOTGAN_URL", saved.getProperty("url", DEFAULT_URL));
        // A token belongs to the server it was made for: never send a saved one elsewhere.
        boolean same = url.equals(saved.getProperty("url"));
        var token = Optional.ofNullable(environment.get("GOTGAN_TOKEN"))
                .or(() -> same ? Optional.ofNullable(saved.getProperty("token")) : Optional.empty());
        return new Login(URI.create(trimmed(url)), token.filter(text -> !text.isBlank()));
    }

    /// Writes the login file so that nobody else can read it, not even for a moment.
    public Path save(Map<String, String> environment) throws IOException {
        var file = file(environment).toAbsolutePath();
        var folder = file.getParent();
        if (folder == null) {
            throw new IOException("no folder for the login file: " + file);
        }
        Files.createDirectories(folder);
        var next = Files.createTempFile(
                folder,
                "login",
                ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        var text = "url=" + url + "\ntoken=" + token.orElse("") + "\n";
        Files.write(next, text.getBytes(StandardCharsets.UTF_8));
        return Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static Path file(Map<String, String> environment) {
        String chosen = environment.get("XDG_CONFIG_HOME");
        var config = chosen == null || chosen.isBlank()
                ? Path.of(environment.getOrDefault("HOME", "."), ".config")
                : Path.of(chosen);
        return config.resolve("gotgan").resolve("login");
    }

    private static Properties read(Path file) throws IOException {
        var saved = new Properties();
        try (var in = Files.newBufferedReader(file)) {
            saved.load(in);
        } catch (NoSuchFileException e) {
            return saved;
        }
        return saved;
    }

    private static String trimmed(String url) {
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }
}
