package dev.gotgan.server.web.signin;

import dev.gotgan.engine.dataset.Actor;
import dev.gotgan.engine.people.Account;
import dev.gotgan.engine.people.Accounts;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/// Makes somebody an admin when nobody is: the one that the environment names, else `admin@localhost` with a
/// random password, which is printed once and kept in a file that only the server's user may read.
public final class FirstAdmin {
    private static final String USUAL_EMAIL = "admin@localhost";
    private static final String FILE = "admin-password";

    private final Accounts accounts;
    private final Passwords passwords;
    private final Path folder;

    public FirstAdmin(Accounts accounts, Passwords passwords, Path folder) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.folder = folder;
    }

    /// Does nothing if there is an admin.
    ///
    /// @param email    null for the usual one
    /// @param password null for a random one
    public void ensure(@Nullable String email, @Nullable String password, PrintStream screen) throws IOException {
        if (accounts.anyAdmin()) {
            return;
        }
        var name = email == null ? USUAL_EMAIL : email;
        if (password != null) {
            appoint(name, password);
            return;
        }
        var random = Secrets.password();
        keep(random); // before the account is made: a crash between the two must not lose the only password
        appoint(name, random);
        screen.printf(
                "The first admin is %s with the password %s (also in %s; change it, then remove the file)%n",
                name, random, folder.resolve(FILE));
    }

    private void appoint(String email, String password) {
        var by = new Actor.Itself();
        var hash = passwords.hash(password);
        var present = accounts.findByEmail(email);
        if (present.isEmpty()) {
            accounts.create(new Accounts.NewAccount(email, null, hash, Account.Kind.ADMIN), by);
            return;
        }
        var id = present.get().id();
        accounts.password(id, hash, by);
        accounts.set(id, Account.State.ACTIVE, by);
        accounts.appoint(id, Account.Kind.ADMIN, by);
    }

    private void keep(String password) throws IOException {
        var own = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var temporary = Files.createTempFile(folder, FILE, ".new", own);
        Files.writeString(temporary, password + "\n");
        Files.move(temporary, folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
    }
}
