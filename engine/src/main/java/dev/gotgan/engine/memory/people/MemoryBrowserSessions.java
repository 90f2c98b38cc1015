package dev.gotgan.engine.memory.people;

import dev.gotgan.engine.content.Sha256;
import dev.gotgan.engine.dataset.UserId;
import dev.gotgan.engine.memory.rows.CatalogRows;
import dev.gotgan.engine.memory.rows.CatalogRows.Browser;
import dev.gotgan.engine.people.Account;
import dev.gotgan.engine.people.Accounts;
import dev.gotgan.engine.people.BrowserSessions;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// [BrowserSessions] in memory.
public final class MemoryBrowserSessions implements BrowserSessions {
    private static final Duration HOUR = Duration.ofHours(1);

    private final CatalogRows all;

    public MemoryBrowserSessions(CatalogRows all) {
        this.all = all;
    }

    @Override
    public void begin(UserId person, Sha256 cookie) {
        all.run(() -> {
            var now = all.now();
            all.browsers.values().removeIf(browser -> !lives(browser, now));
            all.browsers.put(cookie, new Browser(person, now));
        });
    }

    @Override
    public Optional<Account> find(Sha256 cookie) {
        return all.in(() -> {
            var now = all.now();
            var found = Optional.ofNullable(all.browsers.get(cookie)).filter(browser -> lives(browser, now));
            var account = found.map(browser -> all.people.get(browser.person()))
                    .map(Accounts.Login::account)
                    .filter(person -> person.state() == Account.State.ACTIVE);
            if (account.isPresent()) {
                found.filter(browser -> browser.used().isBefore(now.minus(HOUR)))
                        .ifPresent(browser -> all.browsers.put(cookie, new Browser(browser.person(), now)));
            }
            return account;
        });
    }

    private static boolean lives(Browser browser, Instant now) {
        return browser.used().isAfter(now.minus(LIFE));
    }

    @Override
    public void end(Sha256 cookie) {
        all.run(() -> all.browsers.remove(cookie));
    }

    @Override
    public void endAll(UserId person) {
        all.run(() -> all.browsers.values().removeIf(browser -> browser.person().equals(person)));
    }
}
