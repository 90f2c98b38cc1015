package dev.gotgan.e2e.hostile;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// What came of one input.
///
/// @param status   of HTTP; 0 where a command refused it
/// @param code     of a refusal; empty where it was taken in
/// @param said     everything that was answered, as text
/// @param warnings codes of remarks on names
/// @param dataset  its id; empty where none was made
/// @param files    what is stored: path to hash
record Outcome(
        int status,
        String code,
        String said,
        Set<String> warnings,
        String dataset,
        Found found,
        Map<String, String> files) {
    record Finding(String severity, String reason, String path) {}

    record Found(String format, String task, long images, List<String> classes, boolean ready, List<Finding> findings) {
        static final Found NOTHING = new Found("", "", 0, List.of(), false, List.of());
    }

    static Outcome refused(int status, String code, String said) {
        return new Outcome(status, code, said, Set.of(), "", Found.NOTHING, Map.of());
    }

    boolean refused() {
        return !code.isEmpty();
    }
}
