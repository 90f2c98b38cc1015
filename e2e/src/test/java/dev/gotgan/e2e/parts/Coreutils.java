package dev.gotgan.e2e.parts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What anybody can recompute without Gotgan.
public final class Coreutils {
    private Coreutils() {}

    /// The content hash of a folder, by `sha256sum` and `sort` alone; `meta.json` at its top is not content.
    public static String contentHash(Path folder) {
        return shell(
                folder,
                "find . -type f ! -path ./meta.json ! -path './.gotgan/*' -printf '%P\\0' | LC_ALL=C sort -z"
                        + " | xargs -0 -r sha256sum | sha256sum | cut -d' ' -f1");
    }

    /// `sha256sum` of every file but `meta.json`, as it prints them, paths relative to the folder.
    public static List<String> sums(Path folder) {
        String lines = shell(folder, "find . -type f ! -path ./meta.json -printf '%P\\0' | xargs -0 -r sha256sum");
        return lines.isEmpty() ? List.of() : lines.lines().toList();
    }

    /// The content hash of a tree that is nowhere on disk.
    public static String contentHash(Map<String, byte[]> tree) {
        try {
            var all = MessageDigest.getInstance("SHA-256");
            var one = MessageDigest.getInstance("SHA-256");
            var sorted = new TreeMap<String, byte[]>((a, b) -> Arrays.compareUnsigned(bytes(a), bytes(b)));
            sorted.putAll(tree);
            sorted.forEach((path, content) ->
                    all.update(bytes(HexFormat.of().formatHex(one.digest(content)) + "  " + path + "\n")));
            return HexFormat.of().formatHex(all.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static String shell(Path folder, String script) {
        try {
            var process = new ProcessBuilder(List.of("sh", "-c", script))
                    .directory(folder.toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            if (process.waitFor() != 0) {
                throw new IllegalStateException(script + " failed");
            }
            return out;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
