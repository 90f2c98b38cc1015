package dev.gotgan.engine.format.text;

import dev.gotgan.engine.format.finding.FindingKind;
import dev.gotgan.engine.format.finding.FindingLog;
import dev.gotgan.engine.format.finding.SafeText;
import java.text.Normalizer;
import java.util.List;

/// A class name as it may be kept: trimmed, NFC, without what a database refuses; and whether it could do harm as a
/// file name, as a cell of a table, or in a page.
public final class ClassNames {
    private static final int MAX_LENGTH = 500;

    private ClassNames() {}

    /// The name to keep; logs [FindingKind#CLASS_NAME_UNSAFE] under `line` where it is not as written or not safe.
    public static String keep(String written, int line, FindingLog log) {
        var trimmed = Normalizer.normalize(written.strip(), Normalizer.Form.NFC);
        var kept = SafeText.of(trimmed.length() > MAX_LENGTH ? trimmed.substring(0, MAX_LENGTH) : trimmed);
        if (!kept.equals(trimmed) || isUnsafe(kept)) {
            log.add(FindingKind.CLASS_NAME_UNSAFE, line, kept);
        }
        return kept;
    }

    public static List<String> keep(List<String> written, FindingLog log) {
        return written.stream().map(name -> keep(name, 0, log)).toList();
    }

    /// Whether a name that is kept should be warned of.
    public static boolean isUnsafe(String name) {
        if (name.isEmpty() || name.equals(".") || name.equals("..")) {
            return true;
        }
        char first = name.charAt(0);
        boolean formula = first == '='
                || first == '@'
                || (first == '+' && name.length() > 1 && !Character.isDigit(name.charAt(1)));
        return formula || name.indexOf('/') >= 0 || name.indexOf('\\') >= 0 || name.indexOf('<') >= 0;
    }
}
