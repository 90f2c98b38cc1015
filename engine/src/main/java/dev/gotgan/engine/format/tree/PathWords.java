package dev.gotgan.engine.format.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The words that folders of datasets are made of, and small questions about paths.
public final class PathWords {
    /// Folders that lay a dataset out and are never a class.
    private static final Set<String> LAYOUT = Set.of(
            "images",
            "image",
            "imgs",
            "img",
            "labels",
            "label",
            "annotations",
            "annotation",
            "annots",
            "xml",
            "xmls",
            "jpegimages",
            "imagesets",
            "segmentationclass",
            "segmentationobject",
            "masks",
            "data",
            "obj_train_data");

    private PathWords() {}

    public static boolean isLayout(String folder) {
        return LAYOUT.contains(folder.toLowerCase(Locale.ROOT));
    }

    /// A folder without the words that only lay a dataset out: equal for `val/Annotations` and `val/JPEGImages`.
    public static String withoutLayout(String folder) {
        if (folder.isEmpty()) {
            return folder;
        }
        return Stream.of(folder.split("/", -1))
                .filter(segment -> !isLayout(segment))
                .collect(Collectors.joining("/"));
    }

    /// A name without its ending.
    public static String stem(String name) {
        int dot = name.lastIndexOf('.');
        return dot <= 0 ? name : name.substring(0, dot);
    }

    /// The last segment of a path.
    public static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /// Everything before the last `/`; empty where there is none.
    public static String folder(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }

    /// A folder and every folder above it, the root (empty) last.
    public static List<String> upwards(String folder) {
        var folders = new ArrayList<String>();
        for (var at = folder; !at.isEmpty(); at = folder(at)) {
            folders.add(at);
        }
        folders.add("");
        return folders;
    }

    /// [#upwards] for many files in path order, of which most lie in the folder of the one before.
    public static final class Upwards {
        private String last = "";
        private List<String> folders = List.of("");

        public List<String> of(String folder) {
            if (!folder.equals(last)) {
                last = folder;
                folders = upwards(folder);
            }
            return folders;
        }
    }

    public static String join(String folder, String rest) {
        return folder.isEmpty() ? rest : rest.isEmpty() ? folder : folder + "/" + rest;
    }

    /// Whether a path leads through a hidden folder: there lies what an editor keeps of images, not images.
    public static boolean isHidden(String path) {
        return path.startsWith(".") || path.contains("/.");
    }

    /// A path as somebody wrote it, with `/` for `\\` and no `./` before it.
    public static String slashes(String written) {
        var path = written.replace('\\', '/');
        return path.startsWith("./") ? path.substring(2) : path;
    }

    /// How many segments two paths have in common at their ends.
    public static int commonEnd(String a, String b) {
        int common = 0;
        int i = a.length();
        int j = b.length();
        while (i > 0 && j > 0) {
            int x = a.lastIndexOf('/', i - 1);
            int y = b.lastIndexOf('/', j - 1);
            if (i - x != j - y || !a.regionMatches(x + 1, b, y + 1, i - x - 1)) {
                break;
            }
            common++;
            i = Math.max(x, 0);
            j = Math.max(y, 0);
        }
        return common;
    }

    /// How many segments two folders have in common at their beginnings.
    public static int commonBeginning(String a, String b) {
        int common = 0;
        int at = 0;
        while (at < a.length() && at < b.length()) {
            int x = endOfSegment(a, at);
            int y = endOfSegment(b, at);
            if (x != y || !a.regionMatches(at, b, at, x - at)) {
                break;
            }
            common++;
            at = x + 1;
        }
        return common;
    }

    /// The innermost folder that both folders are or lie in.
    public static String commonFolder(String a, String b) {
        int end = 0;
        for (int at = 0; at < a.length() && at < b.length(); at = end + 1) {
            int x = endOfSegment(a, at);
            if (x != endOfSegment(b, at) || !a.regionMatches(at, b, at, x - at)) {
                break;
            }
            end = x;
        }
        return a.substring(0, end);
    }

    private static int endOfSegment(String path, int from) {
        int slash = path.indexOf('/', from);
        return slash < 0 ? path.length() : slash;
    }
}
