package dev.gotgan.engine.dataset;

/// The rule of who may do what with a dataset: the only one, and it denies what it does not name.
public final class AccessPolicy {
    private AccessPolicy() {}

    public static boolean allows(Actor actor, Right wanted, Access access) {
        return switch (actor) {
            case Actor.Itself() -> true;
            case Actor.Anonymous() -> wanted == Right.READ && access.visibility() == Visibility.PUBLIC;
            case Actor.Person person ->
                (wanted == Right.READ || !person.readOnly()) && personMay(person, wanted, access);
        };
    }

    /// Whether the person behind `actor` may do everything with it, even if this token may only read.
    public static boolean owns(Actor actor, Access access) {
        return switch (actor) {
            case Actor.Itself() -> true;
            case Actor.Anonymous() -> false;
            case Actor.Person person -> personMay(person, Right.OWN, access);
        };
    }

    private static boolean personMay(Actor.Person person, Right wanted, Access access) {
        if (person.admin() || person.id().equals(access.owner())) {
            return true;
        }
        Role role = access.role();
        return switch (wanted) {
            case READ ->
                role != null
                        || access.visibility() == Visibility.PUBLIC
                        || (access.visibility() == Visibility.ORGANIZATION && access.member());
            case WRITE -> role == Role.EDITOR || role == Role.OWNER;
            case OWN -> role == Role.OWNER;
        };
    }
}
