package dev.gotgan.server.account;

import dev.gotgan.engine.people.Account;

/// A signed-in person as they see themself.
record UserView(int id, String email, String name, boolean isAdmin) {
    static UserView of(Account account) {
        return new UserView(account.id().value(), account.email(), account.name(), account.admin());
    }
}
