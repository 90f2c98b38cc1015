package dev.gotgan.server.account;

import dev.gotgan.server.web.WrongFields;
import org.jspecify.annotations.Nullable;

/// What others see of a person.
final class PersonName {
    private static final int LONGEST = 200;

    private PersonName() {}

    /// The name without blanks around it; null if none was given.
    static @Nullable String of(@Nullable String given) {
        if (given == null) {
            return null;
        }
        var name = given.strip();
        new WrongFields()
                .unless(
                        !name.isEmpty() && name.length() <= LONGEST && WrongFields.plain(name),
                        "name",
                        "has 1 to 200 characters")
                .refuse();
        return name;
    }
}
