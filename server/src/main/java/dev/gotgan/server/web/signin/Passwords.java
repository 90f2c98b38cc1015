package dev.gotgan.server.web.signin;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import dev.gotgan.server.web.problem.Code;
import dev.gotgan.server.web.problem.Refused;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/// Argon2id with OWASP's first recommendation: 19 MiB, two passes, one lane. A few at a time, so that a burst of
/// logins takes a bounded part of the heap.
public final class Passwords {
    private static final Argon2Function ARGON2 = Argon2Function.getInstance(19_456, 2, 1, 32, Argon2.ID);
    private static final int SALT = 16;
    private static final int SHORTEST = 8;
    private static final int LONGEST = 1000;

    private final SecureRandom random = new SecureRandom();
    private final Semaphore turns =
            new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()));
    private final String nobodys = hash("nobody has this one");

    /// Refuses what is no password: under 8 or over 1,000 characters.
    public static void check(String password) {
        if (password.length() < SHORTEST || password.length() > LONGEST) {
            throw new Refused(Code.FIELD_INVALID, "A password has " + SHORTEST + " to " + LONGEST + " characters.");
        }
    }

    /// In the PHC string format, parameters and salt included.
    public String hash(String password) {
        var salt = new byte[SALT];
        random.nextBytes(salt);
        turns.acquireUninterruptibly();
        try {
            return ARGON2.hash(password.getBytes(StandardCharsets.UTF_8), salt).getResult();
        } finally {
            turns.release();
        }
    }

    /// Whether `password` is the one that was hashed. Takes as long when there is no hash, so that a guesser
    /// can't tell which accounts exist.
    public boolean matches(String password, @Nullable String hash) {
        turns.acquireUninterruptibly();
        try {
            var right = Argon2Function.getInstanceFromHash(hash == null ? nobodys : hash)
                    .check(password, hash == null ? nobodys : hash);
            return right && hash != null;
        } finally {
            turns.release();
        }
    }
}
