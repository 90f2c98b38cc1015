package dev.gotgan.engine.content.hash;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The MD5 of a content. It proves nothing against who wants to deceive; many stores give it as an object's etag.
public record Md5(long w0, long w1) {
    /// From the 16 bytes of a digest.
    public static Md5 of(byte[] digest) {
        if (digest.length != 16) {
            throw new IllegalArgumentException("an MD5 has 16 bytes, not " + digest.length);
        }
        var words = ByteBuffer.wrap(digest);
        return new Md5(words.getLong(), words.getLong());
    }

    /// From 32 hexadecimal digits, as `md5sum` prints them.
    public static Md5 parse(String hex) {
        if (hex.length() != 32) {
            throw new IllegalArgumentException("an MD5 has 32 hex digits: " + hex);
        }
        return of(HexFormat.of().parseHex(hex));
    }

    /// The hash of `bytes`.
    public static Md5 hash(byte[] bytes) {
        return of(newDigest().digest(bytes));
    }

    public static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has MD5", e);
        }
    }

    public String hex() {
        return HexFormat.of()
                .formatHex(ByteBuffer.allocate(16).putLong(w0).putLong(w1).array());
    }

    @Override
    public String toString() {
        return hex();
    }
}
