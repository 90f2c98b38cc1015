package dev.gotgan.engine.format.tree;

import dev.gotgan.engine.content.FileEntry;
import dev.gotgan.engine.content.LogicalPath;
import dev.gotgan.engine.format.label.LabelKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// All files of a dataset that matter, in path order, with the indices that formats look them up by.
public final class DatasetTree {
    private final List<TreeImage> images = new ArrayList<>();
    private final List<TreeLabel> labels = new ArrayList<>();
    private final Map<LabelKind, List<TreeLabel>> labelsByKind = new EnumMap<>(LabelKind.class);
    private final Map<String, TreeImage> imageByPath = new HashMap<>();
    private final Map<String, TreeLabel> labelByPath = new HashMap<>();
    private final List<LogicalPath> tables = new ArrayList<>();
    private final Set<String> folders = new HashSet<>();
    private final Map<String, NavigableSet<String>> foldersBelow = new HashMap<>();
    private final Map<Class<?>, Object> views = new HashMap<>();
    private String lastFolder = "";
    private @Nullable String commonFolder;
    private @Nullable Namesakes<TreeImage> imagesByName;
    private @Nullable Namesakes<TreeImage> imagesByStem;

    private DatasetTree() {}

    /// The tree of `files`, which come in path order.
    ///
    /// @throws IllegalStateException if a file that is looked into has no facts
    public static DatasetTree of(Iterable<FileEntry> files, KnownFacts facts) {
        return below("", files, facts);
    }

    /// The tree of `files` as it would be without the folder `top` that all of them lie in.
    public static DatasetTree below(String top, Iterable<FileEntry> files, KnownFacts facts) {
        var tree = new DatasetTree();
        for (var file : files) {
            var path = top.isEmpty()
                    ? file.path()
                    : LogicalPath.of(file.path().value().substring(top.length() + 1));
            tree.add(path, file, facts);
        }
        return tree;
    }

    /// The tree below one of its folders, as if that were the whole dataset.
    public DatasetTree within(String folder) {
        var tree = new DatasetTree();
        int from = folder.length() + 1;
        for (var image : images) {
            if (image.path().value().startsWith(folder + "/")) {
                var path = LogicalPath.of(image.path().value().substring(from));
                tree.add(new TreeImage(
                        tree.images.size(), path, tree.addFolders(path.folder()), image.content(), image.facts()));
            }
        }
        for (var label : labels) {
            if (label.path().value().startsWith(folder + "/")) {
                var path = LogicalPath.of(label.path().value().substring(from));
                tree.add(new TreeLabel(
                        tree.labels.size(), path, tree.addFolders(path.folder()), label.kind(), label.summary()));
            }
        }
        return tree;
    }

    private void add(TreeImage image) {
        images.add(image);
        imageByPath.put(image.path().value(), image);
    }

    private void add(TreeLabel label) {
        labels.add(label);
        labelsByKind.computeIfAbsent(label.kind(), kind -> new ArrayList<>()).add(label);
        labelByPath.put(label.path().value(), label);
    }

    private void add(LogicalPath path, FileEntry file, KnownFacts facts) {
        var folder = addFolders(path.folder());
        var role = ContentRole.of(path);
        if (role == ContentRole.IMAGE) {
            var known = facts.image(file.sha256());
            add(new TreeImage(images.size(), path, folder, file.sha256(), required(known, path)));
        } else if (role != ContentRole.NONE) {
            var known = required(facts.label(file.sha256()), path);
            var kind = LabelKind.ofWire(known.kind());
            add(new TreeLabel(labels.size(), path, folder, kind, known.summary()));
        } else if (ContentRole.isTable(path)) {
            tables.add(path);
        }
    }

    private static <T> T required(@Nullable T facts, LogicalPath path) {
        if (facts == null) {
            throw new IllegalStateException("no facts for the content of " + path);
        }
        return facts;
    }

    /// Remembers `folder` and those above it, and answers it: the same string while it stays the same.
    private String addFolders(String folder) {
        if (folder.equals(lastFolder)) {
            return lastFolder;
        }
        for (var at = folder; !at.isEmpty() && folders.add(at); at = PathWords.folder(at)) {
            foldersBelow
                    .computeIfAbsent(PathWords.folder(at), above -> new TreeSet<>())
                    .add(PathWords.name(at));
        }
        lastFolder = folder;
        return folder;
    }

    /// A view of this tree that is worth making only once, as weighing and reading it both need it.
    public <T> T view(Class<T> type, Function<DatasetTree, T> make) {
        var view = views.get(type);
        if (view == null) {
            view = make.apply(this);
            views.put(type, view);
        }
        return type.cast(view);
    }

    /// Every file named like an image, readable or not.
    public List<TreeImage> images() {
        return images;
    }

    public List<TreeLabel> labels() {
        return labels;
    }

    public List<TreeLabel> labels(LabelKind kind) {
        return labelsByKind.getOrDefault(kind, List.of());
    }

    public Optional<TreeImage> findImage(String path) {
        return Optional.ofNullable(imageByPath.get(path));
    }

    public Optional<TreeLabel> findLabel(String path) {
        return Optional.ofNullable(labelByPath.get(path));
    }

    /// Whether any file lies below `folder`; the root (empty) always is one.
    public boolean hasFolder(String folder) {
        return folder.isEmpty() || folders.contains(folder);
    }

    /// The names of the folders directly below `folder`, sorted.
    public NavigableSet<String> foldersIn(String folder) {
        return foldersBelow.getOrDefault(folder, Collections.emptyNavigableSet());
    }

    /// The innermost folder that every image lies in; empty for the root.
    public String commonFolder() {
        if (commonFolder == null) {
            commonFolder = readCommonFolder();
        }
        return commonFolder;
    }

    private String readCommonFolder() {
        var common = images.isEmpty() ? "" : images.getFirst().folder();
        var last = common;
        for (var image : images) {
            if (!image.folder().equals(last)) {
                last = image.folder();
                common = PathWords.commonFolder(common, last);
            }
        }
        return common;
    }

    /// The split that an image's folders say it is in.
    public Optional<String> findSplit(TreeImage image) {
        return SplitNames.findIn(image.folder(), commonFolder());
    }

    /// Tables that often say what is on the images, and that no format reads.
    public List<LogicalPath> tables() {
        return tables;
    }

    /// The image that `reference` means, as a label file or a list writes it: exactly the same ending of the path wins,
    /// then the one nearest to `folder`.
    public Optional<TreeImage> findMeant(String reference, String folder) {
        var exact = imageByPath.get(PathWords.join(folder, reference));
        if (exact != null) {
            return Optional.of(exact);
        }
        if (imagesByName == null) {
            imagesByName = index(image -> image.path().name());
        }
        return nearest(imagesByName.near(PathWords.name(reference), folder, reference), reference, folder);
    }

    /// The image with this name, whatever its ending, that is nearest to `folder`.
    public Optional<TreeImage> findByStem(String stem, String folder) {
        return findByStem(stem, folder, image -> true);
    }

    /// The same among images that `wanted` accepts.
    public Optional<TreeImage> findByStem(String stem, String folder, Predicate<TreeImage> wanted) {
        if (imagesByStem == null) {
            imagesByStem = index(TreeImage::stem);
        }
        var candidates = imagesByStem.near(stem, folder, "");
        return nearest(candidates.stream().filter(wanted).toList(), "", folder);
    }

    private Namesakes<TreeImage> index(Function<TreeImage, String> name) {
        var index = new Namesakes<>(TreeImage::path);
        images.forEach(image -> index.add(name.apply(image), image));
        return index;
    }

    private static Optional<TreeImage> nearest(List<TreeImage> candidates, String reference, String folder) {
        if (candidates.size() == 1) {
            return Optional.of(candidates.getFirst());
        }
        TreeImage best = null;
        int bestScore = -1;
        for (var candidate : candidates) {
            var path = candidate.path().value();
            var lies = PathWords.folder(path);
            int near = PathWords.commonBeginning(lies, folder) + PathWords.commonEnd(lies, folder);
            int score = 1000 * PathWords.commonEnd(path, reference) + near;
            if (score > bestScore) {
                best = candidate;
                bestScore = score;
            }
        }
        return Optional.ofNullable(best);
    }
}
