package dev.gotgan.server.web;

import dev.gotgan.server.web.problem.Code;
import dev.gotgan.server.web.problem.Problem;
import dev.gotgan.server.web.problem.Refused;
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

    /// Goes on only if nothing was wrong.
    public void refuse() {
        if (!found.isEmpty()) {
            throw new Refused(Code.FIELD_INVALID, found.getFirst().detail(), found);
        }
    }
}
