package dev.gotgan.engine.format.tree;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// What splits are called: `train`, `val` and `test` under any of their usual names, with a year behind or not.
public final class SplitNames {
    private static final Pattern TRAIN = Pattern.compile("(train|training|trainset)[-_]?(\\d{1,4})?(set)?");
    private static final Pattern VAL =
            Pattern.compile("(val|valid|validation|validate|minival|dev)[-_]?(\\d{1,4})?(set)?");
    private static final Pattern TEST = Pattern.compile("(test|testing|test[-_]?dev|testset)[-_]?(\\d{1,4})?(set)?");
    private static final int MAX_LENGTH = 20;
    private static final String INITIALS = "tvmdTVMD";
    private static final Pattern TRAINVAL = Pattern.compile("trainval[-_]?(\\d{1,4})?");

    /// The order in which people read them: train, val, test, then whatever else there is.
    public static final Comparator<String> NATURAL =
            Comparator.comparingInt(SplitNames::rank).thenComparing(Comparator.naturalOrder());

    private SplitNames() {}

    public static boolean isSplit(String name) {
        return rank(name) < 4;
    }

    /// Whether two names mean the same split, as `val` and `valid` do.
    public static boolean meanTheSame(String a, String b) {
        return a.equals(b) || (rank(a) < 4 && rank(a) == rank(b));
    }

    /// The outermost folder of a path that is named like a split.
    public static Optional<String> findIn(String folder) {
        for (int from = 0; from < folder.length(); ) {
            int slash = folder.indexOf('/', from);
            int to = slash < 0 ? folder.length() : slash;
            var segment = folder.substring(from, to);
            if (isSplit(segment)) {
                return Optional.of(segment);
            }
            from = to + 1;
        }
        return Optional.empty();
    }

    /// The split that a folder lies in, among folders that all lie in `common`: below that if possible, since what
    /// holds everything splits nothing.
    public static Optional<String> findIn(String folder, String common) {
        int from = common.isEmpty() ? 0 : Math.min(common.length() + 1, folder.length());
        return findIn(folder.substring(from)).or(() -> findIn(folder));
    }

    private static int rank(String name) {
        if (name.length() < 3 || name.length() > MAX_LENGTH || INITIALS.indexOf(name.charAt(0)) < 0) {
            return 4; // most folders are none: no need to try
        }
        var lower = name.toLowerCase(Locale.ROOT);
        if (TRAIN.matcher(lower).matches()) {
            return 0;
        }
        if (VAL.matcher(lower).matches()) {
            return 1;
        }
        if (TEST.matcher(lower).matches()) {
            return 2;
        }
        return TRAINVAL.matcher(lower).matches() ? 3 : 4;
    }
}
