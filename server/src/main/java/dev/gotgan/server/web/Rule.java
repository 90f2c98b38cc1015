package dev.gotgan.server.web;

/// What an endpoint demands of its caller. A dataset is the one that `{id}` in the address names; a caller
/// who may not see it is told that there is none.
public enum Rule {
    /// Nothing: signing in, health, the API's own description.
    PUBLIC,
    /// The address itself, signed by us for this one request and not for long: its handler checks the signature.
    SIGNED,
    /// Nothing while anonymous reading is on, else a login. What is shown depends on the caller.
    VISITOR,
    LOGGED_IN,
    ADMIN,
    /// May read the dataset; anonymous callers may read public ones.
    VIEWER,
    /// May read the dataset, and is signed in.
    MEMBER,
    EDITOR,
    OWNER,
    /// Owns the dataset, which may lie in the trash.
    OWNER_OF_TRASH,
    /// Owns the dataset, or is the person that `{user_id}` names.
    OWNER_OR_SELF,
    /// May read the dataset that the task in `{task_id}` is about; for a task about none, or about one that is not
    /// there, asked for it.
    TASK_VIEWER;

    /// Whether whoever is signed in or not makes no difference at all.
    boolean asksNobody() {
        return this == PUBLIC || this == SIGNED;
    }

    /// Whether an anonymous caller may pass at all.
    boolean admitsAnonymous() {
        return switch (this) {
            case PUBLIC, SIGNED, VISITOR, VIEWER, TASK_VIEWER -> true;
            case LOGGED_IN, ADMIN, MEMBER, EDITOR, OWNER, OWNER_OF_TRASH, OWNER_OR_SELF -> false;
        };
    }
}
