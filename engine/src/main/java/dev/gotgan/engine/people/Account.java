package dev.gotgan.engine.people;

import dev.gotgan.engine.dataset.Actor;
import dev.gotgan.engine.dataset.UserId;
import java.time.Instant;

/// Somebody who can sign in.
///
/// @param email as it was given; two accounts never differ by case only
/// @param name  what others see; the part of the e-mail before the `@` where none was given
/// @param state a disabled account signs in nowhere, by session or by token
public record Account(UserId id, String email, String name, Kind kind, State state, Instant created) {
    /// Who may manage the whole installation.
    public enum Kind {
        MEMBER,
        ADMIN
    }

    public enum State {
        ACTIVE,
        DISABLED
    }

    public boolean admin() {
        return kind == Kind.ADMIN;
    }

    /// This person, signed in with every right of theirs.
    public Actor.Person actor() {
        return new Actor.Person(id, admin(), false);
    }
}
