package dev.gotgan.server.web.signin;

import dev.gotgan.server.web.problem.Code;
import dev.gotgan.server.web.problem.Problem;
import dev.gotgan.server.web.problem.Refused;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;

/// Ten failures an account and thirty an address in fifteen minutes, then nobody gets in there for a while, with
/// whatever password.
public final class LoginLimits {
    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final int AN_ACCOUNT = 10;
    private static final int AN_ADDRESS = 30;

    private final Attempts accounts;
    private final Attempts addresses;

    public LoginLimits(InstantSource clock) {
        this.accounts = new Attempts(AN_ACCOUNT, WINDOW, clock);
        this.addresses = new Attempts(AN_ADDRESS, WINDOW, clock);
    }

    /// Begins an attempt to be somebody; told to [#succeeded] if it was right.
    public void begin(String email, String address) {
        addresses.findWait(address).ifPresent(LoginLimits::refuse);
        accounts.findWait(account(email)).ifPresent(wait -> {
            addresses.giveBack(address);
            refuse(wait);
        });
    }

    public void succeeded(String email, String address) {
        accounts.forget(account(email));
        addresses.giveBack(address);
    }

    /// Counts something that only costs its address: making an account, asking who has one.
    public void count(String address) {
        addresses.findWait(address).ifPresent(LoginLimits::refuse);
    }

    private static String account(String email) {
        return Secrets.hash(email.strip().toLowerCase(Locale.ROOT)).hex();
    }

    private static void refuse(Duration wait) {
        var seconds = Math.max(1, wait.plusMillis(999).toSeconds());
        throw new Refused(Problem.of(Code.RATE_LIMITED, "Too many attempts; wait " + seconds + " seconds.")
                .withHeader("Retry-After", Long.toString(seconds)));
    }
}
