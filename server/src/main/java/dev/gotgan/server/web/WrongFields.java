package dev.gotgan.server.web;

import dev.gotgan.server.web.problem.Code;
import dev.gotgan.server.web.problem.Problem;
import dev.gotgan.server.web.problem.Refused;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Gathers what is wrong with a body, so that a person hears all of it at once.
public final class WrongFields {
    private final List<Problem.Item> found = new ArrayList<>();

    /// Notes that `field` is wrong.
    ///
    /// @param rule what it must be, as "has 1 to 200 characters"
    public WrongFields unless(boolean right, String field, String rule) {
        if (!right) {
            found.add(new Problem.Item(field, 0, Code.FIELD_INVALID, field + " " + rule + "."));
        }
        return this;
    }

    /// Whether every character of a text is one, and none is NUL: what a database and a bucket can keep.
    public static boolean whole(String text) {
        return text.indexOf('\0') < 0 && StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    /// Whether a text is one line of visible characters, as far as control characters go.
    public static boolean plain(String text) {
        return whole(text) && text.chars().noneMatch(Character::isISOControl);
    }

    /// Goes on only if nothing was wrong.
    public void refuse() {
        if (!found.isEmpty()) {
            throw new Refused(Code.FIELD_INVALID, found.getFirst().detail(), found);
        }
    }
}
