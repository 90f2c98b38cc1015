package dev.gotgan.server.web.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gotgan.engine.content.Sha256;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

/// Random credentials: 256 bits, shown once, kept only as their SHA-256, which needs no salt at that length.
public final class Secrets {
    /// What every personal token begins with, so that scanners find a leaked one.
    public static final String TOKEN_PREFIX = "gtg_";

    private static final SecureRandom RANDOM = new SecureRandom();

    private Secrets() {}

    public static String cookie() {
        return random(32);
    }

    public static String token() {
        return TOKEN_PREFIX + random(32);
    }

    /// For a person to read off a screen and type.
    static String password() {
        return random(15);
    }

    public static Sha256 hash(String secret) {
        return Sha256.hash(secret.getBytes(UTF_8));
    }

    /// Compares without telling by its duration where two secrets differ.
    public static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(UTF_8), other.getBytes(UTF_8));
    }

    private static String random(int bytes) {
        var secret = new byte[bytes];
        RANDOM.nextBytes(secret);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }
}
