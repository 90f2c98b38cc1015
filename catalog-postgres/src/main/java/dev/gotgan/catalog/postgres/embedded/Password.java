package dev.gotgan.catalog.postgres.embedded;

import dev.gotgan.catalog.postgres.embedded.EmbeddedPostgresException.Trouble;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.util.Base64;

/// The cluster's password: 256 random bits, made once, in a file that only its owner may read.
record Password(String text) {
    private static final int BYTES = 32;

    /// Makes it when neither it nor a cluster exists yet.
    static Password of(Home home) {
        var file = home.password();
        return Home.attempt(file, () -> {
            if (!Files.exists(file)) {
                if (Files.exists(home.data())) {
                    throw new EmbeddedPostgresException(
                            Trouble.PASSWORD_LOST,
                            "the database in " + home.data() + " is there, its password file " + file
                                    + " is not. Put the file back from a backup.");
                }
                Home.write(file, random());
            }
            return new Password(Files.readString(file).strip());
        });
    }

    /// Letters, digits, `-` and `_` only: it stands in SQL without quoting.
    private static String random() {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return "Password";
    }
}
