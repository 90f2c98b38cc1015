package dev.gotgan.engine.content;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The SHA-256 of a content, held as four words so that a million of them fit in 32 MB.
public record Sha256(long w0, long w1, long w2, long w3) implements Comparable<Sha256> {
    /// The hash of no bytes at all.
    public static final Sha256 EMPTY = parse("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");

    private static final int BUFFER = 1 << 16;
    private static final MessageDigest UNUSED = unused();

    /// From the 32 bytes of a digest.
    public static Sha256 of(byte[] digest) {
        if (digest.length != 32) {
            throw new IllegalArgumentException("a SHA-256 has 32 bytes, not " + digest.length);
        }
        var words = ByteBuffer.wrap(digest);
        return new Sha256(words.getLong(), words.getLong(), words.getLong(), words.getLong());
    }

    /// From 64 hexadecimal digits, as `sha256sum` prints them.
    public static Sha256 parse(String hex) {
        if (hex.length() != 64) {
            throw new IllegalArgumentException("a SHA-256 has 64 hex digits: " + hex);
        }
        return of(HexFormat.of().parseHex(hex));
    }

    /// The hash of `bytes`.
    public static Sha256 hash(byte[] bytes) {
        return of(newDigest().digest(bytes));
    }

    /// Reads `bytes` to its end; the caller closes it.
    public static Sha256 hash(InputStream bytes) throws IOException {
        var digest = newDigest();
        var buffer = new byte[BUFFER];
        for (int n = bytes.read(buffer); n >= 0; n = bytes.read(buffer)) {
            digest.update(buffer, 0, n);
        }
        return of(digest.digest());
    }

    /// A copy of one that nothing was told: asking the JDK's providers anew costs as much as hashing a label.
    public static MessageDigest newDigest() {
        try {
            return (MessageDigest) UNUSED.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the JDK's own SHA-256 can be copied", e);
        }
    }

    private static MessageDigest unused() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    public byte[] bytes() {
        return ByteBuffer.allocate(32)
                .putLong(w0)
                .putLong(w1)
                .putLong(w2)
                .putLong(w3)
                .array();
    }

    public String hex() {
        return HexFormat.of().formatHex(bytes());
    }

    @Override
    public int compareTo(Sha256 other) {
        int c = Long.compareUnsigned(w0, other.w0);
        c = c != 0 ? c : Long.compareUnsigned(w1, other.w1);
        c = c != 0 ? c : Long.compareUnsigned(w2, other.w2);
        return c != 0 ? c : Long.compareUnsigned(w3, other.w3);
    }

    @Override
    public String toString() {
        return hex();
    }
}
