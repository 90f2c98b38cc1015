package dev.gotgan.server.web.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretKeyTest {
    @TempDir
    Path folder;

    @Test
    void signaturesHoldOverRestarts() throws IOException {
        var first = SecretKey.in(folder).sign("csrf", "cookie");
        assertThat(SecretKey.in(folder).sign("csrf", "cookie")).isEqualTo(first);
    }

    @Test
    void purposesAndMessagesDoNotMix() throws IOException {
        var key = SecretKey.in(folder);
        assertThat(key.sign("csrf", "x"))
                .isNotEqualTo(key.sign("download", "x"))
                .isNotEqualTo(key.sign("csrf", "y"));
    }

    @Test
    void onlyTheServersUserReadsIt() throws IOException {
        SecretKey.in(folder);
        try (var files = Files.list(folder)) {
            assertThat(files.map(SecretKeyTest::mode)).containsExactly("secret-key rw-------");
        }
    }

    private static String mode(Path file) {
        try {
            return file.getFileName() + " " + PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
