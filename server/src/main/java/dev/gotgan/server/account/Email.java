package dev.gotgan.server.account;

import dev.gotgan.server.web.WrongFields;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// An e-mail address as far as it can be judged without sending to it.
final class Email {
    private static final Pattern SHAPE = Pattern.compile("[^@\\s\\p{Cntrl}]+@[^@\\s\\p{Cntrl}]+");
    private static final int LONGEST = 254;

    private Email() {}

    /// The address without blanks around it; refused if it is none.
    static String of(@Nullable String given) {
        var email = given == null ? "" : given.strip();
        new WrongFields()
                .unless(
                        email.length() <= LONGEST && SHAPE.matcher(email).matches(),
                        "email",
                        "is an address as somebody@example.com")
                .refuse();
        return email;
    }
}
