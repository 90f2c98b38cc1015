package dev.gotgan.engine.dataset;

import java.util.Optional;

/// Who is calling. Rights follow from it and the dataset by [AccessPolicy], and from nothing else.
public sealed interface Actor {
    /// Nobody is signed in.
    record Anonymous() implements Actor {}

    /// A person, by session or by token; `readOnly` when the token may not change anything.
    record Person(UserId id, boolean admin, boolean readOnly) implements Actor {}

    /// Gotgan itself: sweeps, expiry, verification.
    record Itself() implements Actor {}

    /// The account to write into records of who did what.
    default Optional<UserId> findId() {
        return this instanceof Person person ? Optional.of(person.id()) : Optional.empty();
    }
}
