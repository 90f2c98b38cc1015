package dev.gotgan.engine.content;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

/// The hash of a whole dataset: SHA-256 over the lines `{sha256}  {path}\n` in path order, which is what
/// `sha256sum` prints, so anyone can recompute it with coreutils (`spec/content-hash.md`).
public final class ContentHash {
    private final MessageDigest digest = Sha256.newDigest();
    private String last = "";

    /// The hash of `files`, which come in path order.
    public static Sha256 of(Iterable<FileEntry> files) {
        var hash = new ContentHash();
        files.forEach(hash::add);
        return hash.finish();
    }

    /// Adds the next file in path order.
    ///
    /// @throws IllegalArgumentException if `file` does not sort after the one before it
    public void add(FileEntry file) {
        String path = file.path().value();
        if (Utf8Order.compare(last, path) >= 0) {
            throw new IllegalArgumentException("files must come in path order: " + last + " before " + path);
        }
        last = path;
        digest.update(HexFormat.of().formatHex(file.sha256().bytes()).getBytes(StandardCharsets.US_ASCII));
        digest.update((byte) ' ');
        digest.update((byte) ' ');
        digest.update(path.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
    }

    public Sha256 finish() {
        return Sha256.of(digest.digest());
    }
}
