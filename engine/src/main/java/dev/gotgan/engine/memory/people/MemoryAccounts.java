package dev.gotgan.engine.memory.people;

import dev.gotgan.engine.dataset.Actor;
import dev.gotgan.engine.dataset.UserId;
import dev.gotgan.engine.dataset.Visibility;
import dev.gotgan.engine.memory.rows.CatalogRows;
import dev.gotgan.engine.memory.rows.Metadata;
import dev.gotgan.engine.memory.rows.TeamRow;
import dev.gotgan.engine.people.Account;
import dev.gotgan.engine.people.Accounts;
import dev.gotgan.engine.people.AuditLog;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// [Accounts] in memory.
public final class MemoryAccounts implements Accounts {
    private final CatalogRows all;
    private final AuditLog audit;

    public MemoryAccounts(CatalogRows all) {
        this.all = all;
        this.audit = new MemoryAuditLog(all);
    }

    @Override
    public Account create(NewAccount wanted, Actor by) {
        return all.in(() -> {
            if (findLogin(wanted.email()).isPresent()) {
                throw new EmailTaken(wanted.email());
            }
            var account = new Account(
                    new UserId(all.personIds.incrementAndGet()),
                    wanted.email(),
                    Objects.requireNonNullElse(wanted.name(), mailbox(wanted.email())),
                    wanted.kind(),
                    Account.State.ACTIVE,
                    all.now());
            all.people.put(account.id(), new Login(account, wanted.passwordHash()));
            note(by, "account.create", account.id(), Map.of("kind", wire(account.kind())));
            return account;
        });
    }

    private static String mailbox(String email) {
        int at = email.indexOf('@');
        return at < 0 ? email : email.substring(0, at);
    }

    @Override
    public Optional<Account> find(UserId id) {
        return all.in(() -> Optional.ofNullable(all.people.get(id)).map(Login::account));
    }

    @Override
    public Optional<Account> findByEmail(String email) {
        return findLogin(email).map(Login::account);
    }

    @Override
    public Optional<Login> findLogin(String email) {
        return all.in(() -> all.people.values().stream()
                .filter(login -> lower(login.account().email()).equals(lower(email)))
                .findFirst());
    }

    private static String lower(String email) {
        return email.toLowerCase(Locale.ROOT);
    }

    @Override
    public List<Account> list(@Nullable UserId after, int limit) {
        return all.in(() -> all.people.values().stream()
                .map(Login::account)
                .filter(account -> after == null || account.id().value() > after.value())
                .sorted(Comparator.comparingInt(account -> account.id().value()))
                .limit(limit)
                .toList());
    }

    @Override
    public boolean anyAdmin() {
        return all.in(() -> all.people.values().stream()
                .map(Login::account)
                .anyMatch(account -> account.admin() && account.state() == Account.State.ACTIVE));
    }

    @Override
    public void password(UserId id, String hash, Actor by) {
        change(id, login -> new Login(login.account(), hash), () -> note(by, "account.password", id, Map.of()));
    }

    @Override
    public void rename(UserId id, String name, Actor by) {
        account(
                id,
                old -> new Account(old.id(), old.email(), name, old.kind(), old.state(), old.created()),
                () -> note(by, "account.rename", id, Map.of()));
    }

    @Override
    public void appoint(UserId id, Account.Kind kind, Actor by) {
        account(
                id,
                old -> new Account(old.id(), old.email(), old.name(), kind, old.state(), old.created()),
                () -> note(by, "account.appoint", id, Map.of("kind", wire(kind))));
    }

    @Override
    public void set(UserId id, Account.State state, Actor by) {
        account(
                id,
                old -> new Account(old.id(), old.email(), old.name(), old.kind(), state, old.created()),
                () -> note(by, "account.state", id, Map.of("state", wire(state))));
    }

    private void account(UserId id, UnaryOperator<Account> changed, Runnable note) {
        change(id, login -> new Login(changed.apply(login.account()), login.passwordHash()), note);
    }

    private void change(UserId id, UnaryOperator<Login> changed, Runnable note) {
        all.run(() -> {
            all.people.computeIfPresent(id, (_, login) -> changed.apply(login));
            note.run();
        });
    }

    @Override
    public void remove(UserId id, @Nullable UserId heir, Actor by) {
        all.run(() -> {
            var owned = all.datasets.values().stream()
                    .map(rows -> rows.metadata)
                    .filter(metadata -> id.equals(metadata.owner))
                    .toList();
            if (!owned.isEmpty() && heir == null) {
                throw new OwnsDatasets(owned.size());
            }
            keepAdmins(id);
            if (heir != null) {
                owned.forEach(metadata -> inherit(metadata, heir));
            }
            forget(id);
            note(
                    by,
                    "account.remove",
                    id,
                    Map.of("datasets", Integer.toString(owned.size()), "heir", String.valueOf(heir)));
        });
    }

    private void keepAdmins(UserId leaving) {
        var left = all.organizations.values().stream()
                .filter(team -> team.isOnlyAdmin(leaving) && team.members.size() > 1)
                .map(team -> team.organization.name())
                .sorted()
                .toList();
        if (!left.isEmpty()) {
            throw new OnlyAdmin(left);
        }
    }

    /// The owner of a dataset needs no role on it; one that is an organization's stays so only if the heir is in it.
    private void inherit(Metadata metadata, UserId heir) {
        var team = metadata.organization == null ? null : all.organizations.get(metadata.organization);
        if (team == null || !team.members.containsKey(heir)) {
            metadata.organization = null;
            metadata.visibility =
                    metadata.visibility == Visibility.ORGANIZATION ? Visibility.PRIVATE : metadata.visibility;
        }
        metadata.roles.remove(heir);
        metadata.owner = heir;
        metadata.revision++;
        metadata.updated = all.now();
    }

    private void forget(UserId id) {
        all.people.remove(id);
        all.tokens.values().removeIf(token -> token.owner().equals(id));
        all.browsers.values().removeIf(browser -> browser.person().equals(id));
        all.datasets.values().forEach(rows -> rows.metadata.roles.remove(id));
        all.organizations.values().stream().map((TeamRow team) -> team.members).forEach(members -> members.remove(id));
    }

    private void note(Actor by, String action, UserId account, Map<String, String> detail) {
        var more = new LinkedHashMap<>(detail);
        more.put("account", account.toString());
        audit.append(by, action, null, more);
    }

    private static String wire(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
