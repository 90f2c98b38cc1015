package dev.gotgan.server.wiring;

import dev.gotgan.engine.people.Accounts;
import dev.gotgan.engine.publish.Sweep;
import dev.gotgan.engine.task.Tasks;
import dev.gotgan.server.upload.spool.Spool;
import dev.gotgan.server.web.config.Settings;
import dev.gotgan.server.web.signin.FirstAdmin;
import dev.gotgan.server.web.signin.Passwords;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.beans.factory.SmartInitializingSingleton;

/// Clears away what an earlier server was killed over, and makes sure that somebody can sign in.
final class BeforeTheFirstRequest implements SmartInitializingSingleton {
    private final Settings settings;
    private final Sweep sweep;
    private final Tasks tasks;
    private final Accounts accounts;
    private final Passwords passwords;

    BeforeTheFirstRequest(Settings settings, Sweep sweep, Tasks tasks, Accounts accounts, Passwords passwords) {
        this.settings = settings;
        this.sweep = sweep;
        this.tasks = tasks;
        this.accounts = accounts;
        this.passwords = passwords;
    }

    @Override
    public void afterSingletonsInstantiated() {
        Spool.clear(settings.spool());
        sweep.takeOver();
        tasks.interruptRunning();
        var wanted = settings.signIn();
        try {
            new FirstAdmin(accounts, passwords, settings.data())
                    .ensure(wanted.adminEmail(), wanted.adminPassword(), System.err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
