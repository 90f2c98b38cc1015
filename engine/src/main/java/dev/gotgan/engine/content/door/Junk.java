package dev.gotgan.engine.content.door;

import java.util.Locale;
import java.util.Set;

/// What operating systems and version control leave beside the files: never stored, always reported.
///
/// One rule for archives, folder walks and multipart. Other hidden files are data and are stored.
public final class Junk {
    private static final Set<String> WINDOWS = Set.of("thumbs.db", "ehthumbs.db", "desktop.ini");
    private static final int LONGEST = "desktop.ini".length();

    private Junk() {}

    /// Whether `path`, which uses `/`, is junk: `.DS_Store`, `Thumbs.db`, `desktop.ini`, Finder's `Icon\r`,
    /// `._*`, and all below a folder `__MACOSX` or `.git`.
    public static boolean is(String path) {
        int slash = path.lastIndexOf('/');
        String name = path.substring(slash + 1);
        return isFile(name) || below(path, slash, "__MACOSX/") || below(path, slash, ".git/");
    }

    /// Whether a folder of this name need not be walked at all.
    public static boolean isFolder(String name) {
        return name.equals("__MACOSX") || name.equals(".git");
    }

    private static boolean isFile(String name) {
        return name.startsWith("._")
                || name.equals(".DS_Store")
                || name.equals("Icon\r")
                || (name.length() <= LONGEST && WINDOWS.contains(name.toLowerCase(Locale.ROOT)));
    }

    private static boolean below(String path, int lastSlash, String folder) {
        int at = path.indexOf(folder);
        while (at >= 0 && at <= lastSlash) {
            if (at == 0 || path.charAt(at - 1) == '/') {
                return true;
            }
            at = path.indexOf(folder, at + 1);
        }
        return false;
    }
}
