package dev.gotgan.engine.format.yolo;

import dev.gotgan.engine.format.tree.DatasetTree;
import dev.gotgan.engine.format.tree.PathWords;
import dev.gotgan.engine.format.tree.SplitNames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Finds what a path in a config means. Such paths were true on somebody's disk: they start at a folder above, carry
/// `..`, or say `valid` where the folder is `val`.
final class YoloPaths {
    private static final Pattern ADDRESS = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]+:/.*");
    /// A path that was true elsewhere ends in folders of this dataset, and in no more than these.
    private static final int DEEPEST = 32;
    /// Where more folders side by side are named like splits, another name can mean any of them.
    private static final int MOST_SPLITS = 32;
    private static final Pattern ABSOLUTE = Pattern.compile("^(/|~|[A-Za-z]:).*");

    private final DatasetTree tree;
    private final List<String> bases;

    YoloPaths(DatasetTree tree, List<String> bases) {
        this.tree = tree;
        this.bases = bases;
    }

    /// The folder that `written` means in `folder`, without `.` and `..`; empty where it leads out of the dataset.
    static Optional<String> resolve(String folder, String written) {
        return isAddress(written) || ABSOLUTE.matcher(written).matches()
                ? Optional.empty()
                : walk(folder, segments(written));
    }

    /// A folder or a file of the dataset.
    ///
    /// @param exact whether it is where the config says
    record Place(String path, boolean exact) {}

    static boolean isAddress(String written) {
        return ADDRESS.matcher(written).matches();
    }

    /// Whether a path points out of the dataset when it is taken at its word. One `..` at the beginning does not:
    /// Roboflow writes it everywhere, for a data.yaml that lies one folder deeper than it does.
    static boolean leadsOut(String written) {
        var segments = segments(written);
        return ABSOLUTE.matcher(written).matches() || segments.lastIndexOf("..") > 0;
    }

    Optional<Place> find(String written) {
        if (written.isBlank() || isAddress(written)) {
            return Optional.empty();
        }
        return findExact(written).or(() -> findRecovered(written));
    }

    private Optional<Place> findExact(String written) {
        if (ABSOLUTE.matcher(written).matches()) {
            return Optional.empty();
        }
        for (var base : bases) {
            var path = walk(base, segments(written));
            if (path.isPresent() && exists(path.get())) {
                return Optional.of(new Place(path.get(), true));
            }
        }
        return Optional.empty();
    }

    private Optional<Place> findRecovered(String written) {
        var tail = segments(written);
        tail = tail.subList(tail.lastIndexOf("..") + 1, tail.size());
        for (int from = Math.max(0, tail.size() - DEEPEST); from < tail.size(); from++) {
            var suffix = tail.subList(from, tail.size());
            for (var base : bases) {
                var path = PathWords.join(base, String.join("/", suffix));
                if (exists(path)) {
                    return Optional.of(new Place(path, false));
                }
                var renamed = findRenamed(base, suffix);
                if (renamed.isPresent()) {
                    return renamed;
                }
            }
        }
        return Optional.empty();
    }

    /// The same path with a split's folder under its other name.
    private Optional<Place> findRenamed(String base, List<String> suffix) {
        var above = base;
        for (int i = 0; i < suffix.size() && tree.hasFolder(above); i++) {
            var split = suffix.get(i);
            if (SplitNames.isSplit(split)) {
                var below = String.join("/", suffix.subList(i + 1, suffix.size()));
                for (var folder : Renamed.of(tree).splitsIn(above)) {
                    var path = PathWords.join(PathWords.join(above, folder), below);
                    if (SplitNames.meanTheSame(folder, split) && exists(path)) {
                        return Optional.of(new Place(path, false));
                    }
                }
            }
            above = PathWords.join(above, split);
        }
        return Optional.empty();
    }

    /// The folders that are named like splits, of each folder that was asked for them.
    private record Renamed(DatasetTree tree, Map<String, List<String>> folders) {
        static Renamed of(DatasetTree tree) {
            return tree.view(Renamed.class, each -> new Renamed(each, new HashMap<>()));
        }

        List<String> splitsIn(String above) {
            return folders.computeIfAbsent(
                    above,
                    each -> tree.foldersIn(each).stream()
                            .filter(SplitNames::isSplit)
                            .limit(MOST_SPLITS)
                            .toList());
        }
    }

    private boolean exists(String path) {
        return tree.hasFolder(path)
                || tree.findLabel(path).isPresent()
                || tree.findImage(path).isPresent();
    }

    private static List<String> segments(String written) {
        var segments = new ArrayList<String>();
        for (var segment : written.strip().replace('\\', '/').split("/", -1)) {
            if (!segment.isEmpty() && !segment.equals(".")) {
                segments.add(segment);
            }
        }
        return segments;
    }

    /// Follows segments from `base`; empty where they climb above the root.
    private static Optional<String> walk(String base, List<String> segments) {
        var path = new ArrayList<>(segments(base));
        for (var segment : segments) {
            if (!segment.equals("..")) {
                path.add(segment);
            } else if (path.isEmpty()) {
                return Optional.empty();
            } else {
                path.removeLast();
            }
        }
        return path.contains("..") ? Optional.empty() : Optional.of(String.join("/", path));
    }
}
