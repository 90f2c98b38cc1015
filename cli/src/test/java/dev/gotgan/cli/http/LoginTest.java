package dev.gotgan.cli.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoginTest {
    @TempDir
    Path home;

    @Test
    void theFileIsForItsOwnerOnlyAndIsReadBack() throws IOException {
        var login = new Login(URI.create("http://gotgan.test"), Optional.of("gtg_secret"));
        var file = login.save(environment(Map.of()));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Login.current(environment(Map.of()))).isEqualTo(login);
    }

    @Test
    void theEnvironmentWins() throws IOException {
        new Login(URI.create("http://saved.test"), Optional.of("gtg_saved")).save(environment(Map.of()));
        var login = Login.current(environment(Map.of("GOTGAN_URL", "http://other.test/", "GOTGAN_TOKEN", "gtg_other")));
        assertThat(login).isEqualTo(new Login(URI.create("http://other.test"), Optional.of("gtg_other")));
    }

    @Test
    void aSavedTokenIsNeverSentToAnotherServer() throws IOException {
        new Login(URI.create("http://saved.test"), Optional.of("gtg_saved")).save(environment(Map.of()));
        assertThat(Login.current(environment(Map.of("GOTGAN_URL", "http://other.test")))
                        .token())
                .isEmpty();
    }

    private Map<String, String> environment(Map<String, String> more) {
        var all = new java.util.HashMap<>(more);
        all.put("XDG_CONFIG_HOME", home.toString());
        return all;
    }
}
