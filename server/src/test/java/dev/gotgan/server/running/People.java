package dev.gotgan.server.running;

import dev.gotgan.engine.dataset.Actor;
import dev.gotgan.engine.people.Account;
import dev.gotgan.engine.people.Accounts;
import dev.gotgan.engine.people.ApiToken;
import dev.gotgan.engine.people.Tokens;
import dev.gotgan.server.web.signin.Passwords;
import dev.gotgan.server.web.signin.Secrets;
import java.util.concurrent.atomic.AtomicInteger;

/// Accounts for tests, each new; programs act for them by token, since hashing passwords takes its time on
/// purpose.
public final class People {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final RunningServer server;

    public People(RunningServer server) {
        this.server = server;
    }

    /// A person and a program that acts for them.
    public record Person(Account account, Client client) {
        public int id() {
            return account.id().value();
        }
    }

    public Person somebody(String name) {
        return person(name, Account.Kind.MEMBER, ApiToken.Scope.READ_WRITE);
    }

    public Person admin() {
        return person("admin", Account.Kind.ADMIN, ApiToken.Scope.READ_WRITE);
    }

    private Person person(String name, Account.Kind kind, ApiToken.Scope scope) {
        var email = name + COUNT.incrementAndGet() + "@example.com";
        var account = server.catalog()
                .accounts()
                .create(new Accounts.NewAccount(email, name, null, kind), new Actor.Itself());
        return new Person(account, program(account, scope));
    }

    /// Another program of the same person.
    public Client program(Account account, ApiToken.Scope scope) {
        return Client.withToken(server, secret(account, scope));
    }

    /// A token of that person, the newest they have.
    public String secret(Account account) {
        return secret(account, ApiToken.Scope.READ_WRITE);
    }

    private String secret(Account account, ApiToken.Scope scope) {
        var secret = Secrets.token();
        server.catalog().tokens().create(new Tokens.NewToken(account.id(), "test", scope, null), Secrets.hash(secret));
        return secret;
    }

    /// The e-mail of somebody new who signs in by browser.
    public String withPassword(String name, String password) {
        var email = name + COUNT.incrementAndGet() + "@example.com";
        var hash = new Passwords().hash(password);
        server.catalog()
                .accounts()
                .create(new Accounts.NewAccount(email, name, hash, Account.Kind.MEMBER), new Actor.Itself());
        return email;
    }
}
