package dev.gotgan.server.web.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gotgan.server.web.problem.Refused;
import org.junit.jupiter.api.Test;

class PasswordsTest {
    private final Passwords passwords = new Passwords();

    @Test
    void aHashKnowsItsPasswordAndNoOther() {
        var hash = passwords.hash("correct horse");
        assertThat(passwords.matches("correct horse", hash)).isTrue();
        assertThat(passwords.matches("correct horsf", hash)).isFalse();
        assertThat(passwords.matches("correct horse", null)).isFalse();
    }

    @Test
    void aHashSaysHowItWasMadeAndIsNeverTheSameTwice() {
        assertThat(passwords.hash("secret12"))
                .startsWith("$argon2id$v=19$m=19456,t=2,p=1$")
                .isNotEqualTo(passwords.hash("secret12"));
    }

    /// From the test suite of Argon2's reference implementation.
    @Test
    void itIsTheArgon2ThatOthersMean() {
        var known = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
        assertThat(passwords.matches("password", known)).isTrue();
        assertThat(passwords.matches("Password", known)).isFalse();
    }

    @Test
    void aShortOneIsRefused() {
        assertThatThrownBy(() -> Passwords.check("1234567")).isInstanceOf(Refused.class);
    }
}
