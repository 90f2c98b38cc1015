package dev.gotgan.engine.content;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/// The one place that says which accepted paths are warned of (`spec/layout.md`, "Warnings").
final class PathWarnings {
    private static final String LOOKALIKES = "\u2044\u2215\u2216\u29F5\u29F8\u29F9\u2571\u2572\u2024";
    private static final Set<String> WINDOWS_DEVICES =
            words("con prn aux nul conin$ conout$ com0 com1 com2 com3 com4 com5 com6 com7 com8 com9 com\u00B9 com\u00B2"
                    + " com\u00B3 lpt0 lpt1 lpt2 lpt3 lpt4 lpt5 lpt6 lpt7 lpt8 lpt9 lpt\u00B9 lpt\u00B2 lpt\u00B3");
    private static final int LONGEST_DEVICE = "conout$".length();

    /// Names at the root of the bucket; below `datasets/{id}/` they are only confusing.
    private static final Set<String> OURS =
            Set.of("datasets", "history", "manifests", "uploads", "models", "checkpoints");

    private static final Set<String> ARCHIVES =
            words("zip tar tgz gz bz2 tbz2 xz txz 7z rar zst tzst lz4 lzma cab iso");

    private static final Set<String> EXECUTABLES = words(
            "exe dll so dylib com scr msi bat cmd ps1 vbs vbe js mjs cjs jse wsf hta jar class sh bash zsh csh fish"
                    + " command app html htm xhtml shtml mht mhtml svg svgz xsl xslt swf php phtml jsp jspx asp aspx"
                    + " cgi pl py pyc pyw rb lnk url ipynb pkl pickle pt pth joblib dill");

    private PathWarnings() {}

    static Set<PathWarning> of(String path) {
        var warnings = EnumSet.noneOf(PathWarning.class);
        lookAtCharacters(path, warnings);
        for (int start = 0; start <= path.length(); ) {
            int slash = path.indexOf('/', start);
            int end = slash < 0 ? path.length() : slash;
            lookAtSegment(path.substring(start, end), warnings);
            start = end + 1;
        }
        lookAtPlace(path, warnings);
        lookAtEnding(path.substring(path.lastIndexOf('/') + 1), warnings);
        return warnings.isEmpty() ? Set.of() : warnings;
    }

    private static void lookAtCharacters(String path, Set<PathWarning> warnings) {
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c < 0x80) {
                if (isReservedByWindows(c)) {
                    warnings.add(PathWarning.PATH_RESERVED);
                }
            } else if (c == '\u200D') {
                warnings.add(PathWarning.PATH_CONTROL_CHAR);
            } else if (LOOKALIKES.indexOf(c) >= 0) {
                warnings.add(PathWarning.PATH_AMBIGUOUS);
            }
        }
    }

    private static boolean isReservedByWindows(char c) {
        return switch (c) {
            case ':', '*', '?', '<', '>', '|', '"' -> true;
            default -> false;
        };
    }

    private static void lookAtSegment(String segment, Set<PathWarning> warnings) {
        char last = segment.charAt(segment.length() - 1);
        if (last == ' ' || last == '.' || isDevice(segment)) {
            warnings.add(PathWarning.PATH_RESERVED);
        }
        if (segment.charAt(0) == '.') {
            warnings.add(PathWarning.JUNK_SKIPPED);
        }
    }

    /// Whether Windows takes the name for a device: it looks no farther than to the first dot.
    private static boolean isDevice(String segment) {
        int dot = segment.indexOf('.');
        int end = dot < 0 ? segment.length() : dot;
        if (end < 3 || "CPANLcpanl".indexOf(segment.charAt(0)) < 0) {
            return false;
        }
        var name = segment.substring(0, end).stripTrailing();
        return name.length() <= LONGEST_DEVICE && WINDOWS_DEVICES.contains(name.toLowerCase(Locale.ROOT));
    }

    private static void lookAtPlace(String path, Set<PathWarning> warnings) {
        int slash = path.indexOf('/');
        boolean ours = slash < 0 ? path.equalsIgnoreCase(LogicalPath.META) : OURS.contains(path.substring(0, slash));
        if (ours) {
            warnings.add(PathWarning.PATH_RESERVED);
        }
    }

    private static void lookAtEnding(String name, Set<PathWarning> warnings) {
        int dot = name.lastIndexOf('.');
        if (dot < 0) {
            warnings.add(PathWarning.JUNK_SKIPPED);
            return;
        }
        String ending = name.substring(dot + 1).toLowerCase(Locale.ROOT).strip();
        if (ARCHIVES.contains(ending)) {
            warnings.add(PathWarning.ARCHIVE_NESTED);
        } else if (EXECUTABLES.contains(ending)) {
            warnings.add(PathWarning.EXECUTABLE_CONTENT);
        }
    }

    private static Set<String> words(String spaced) {
        return Set.copyOf(Arrays.asList(spaced.split(" ", -1)));
    }
}
