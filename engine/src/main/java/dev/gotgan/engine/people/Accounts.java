package dev.gotgan.engine.people;

import dev.gotgan.engine.dataset.Actor;
import dev.gotgan.engine.dataset.UserId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The accounts of an installation. Each call is one transaction; changes leave an audit entry.
public interface Accounts {
    /// Makes an account.
    ///
    /// @throws EmailTaken another account has it, whatever the case
    Account create(NewAccount wanted, Actor by);

    Optional<Account> find(UserId id);

    /// E-mails are compared without case.
    Optional<Account> findByEmail(String email);

    /// What signing in needs, for an account in any state.
    Optional<Login> findLogin(String email);

    /// Ascending by id.
    ///
    /// @param after only ids above it; null from the first
    List<Account> list(@Nullable UserId after, int limit);

    /// Whether anybody is an active admin; while nobody is, the server makes one at its start.
    boolean anyAdmin();

    /// Replaces the password.
    ///
    /// @param hash as the caller's password encoder writes it, never the password
    void password(UserId id, String hash, Actor by);

    void rename(UserId id, String name, Actor by);

    void appoint(UserId id, Account.Kind kind, Actor by);

    /// Ends or returns the right to sign in; a disabled account's tokens stop at once.
    void set(UserId id, Account.State state, Actor by);

    /// Removes an account with its tokens, sessions, roles and memberships; its datasets, those in the trash too,
    /// become
    /// `heir`'s. What it did stays in history and audit, without a name.
    ///
    /// @param heir null only if nobody is to get anything
    /// @throws OwnsDatasets there are datasets and no heir; nothing was changed
    /// @throws OnlyAdmin    they are the only admin of a team that has other members; nothing was changed
    void remove(UserId id, @Nullable UserId heir, Actor by);

    /// An account to make.
    ///
    /// @param name         null: the part of the e-mail before the `@`
    /// @param passwordHash null for an account that signs in some other way
    record NewAccount(
            String email, @Nullable String name, @Nullable String passwordHash, Account.Kind kind) {}

    record Login(Account account, @Nullable String passwordHash) {}

    final class OwnsDatasets extends RuntimeException {
        private static final long serialVersionUID = 1;

        public OwnsDatasets(long datasets) {
            super("this person owns " + datasets + " datasets");
        }
    }

    /// Teams would be left without anybody who may change them.
    final class OnlyAdmin extends RuntimeException {
        private static final long serialVersionUID = 1;

        /// @param teams by name
        public OnlyAdmin(List<String> teams) {
            super("this person is the only admin of " + String.join(", ", teams));
        }
    }

    final class EmailTaken extends RuntimeException {
        private static final long serialVersionUID = 1;

        public EmailTaken(String email) {
            super("there is an account for " + email + " already");
        }
    }
}
