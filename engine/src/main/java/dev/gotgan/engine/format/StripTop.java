package dev.gotgan.engine.format;

import dev.gotgan.engine.content.FileEntry;
import dev.gotgan.engine.format.tree.DatasetTree;
import dev.gotgan.engine.format.tree.KnownFacts;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Whether the one folder around an upload is part of the dataset or only how the archive was made.
public final class StripTop {
    /// Paths that begin at the root are nearer to what every trainer expects.
    private static final double WRAPPED = 0.02;

    /// A folder with such a name says something.
    private static final Set<String> LAYOUT =
            Set.of("train", "val", "valid", "test", "images", "labels", "annotations", "jpegimages", "imagesets");

    /// The wrapping folder to take off, if there is one and the dataset is better without it.
    ///
    /// @param files the upload, in path order
    public Optional<String> find(Iterable<FileEntry> files, KnownFacts facts) {
        var top = findTop(files);
        if (top.isEmpty()) {
            return top;
        }
        double with = Detection.score(DatasetTree.of(files, facts)) - WRAPPED;
        double without = Detection.score(DatasetTree.below(top.get(), files, facts));
        return with > 0 && without > with ? top : Optional.empty();
    }

    private static Optional<String> findTop(Iterable<FileEntry> files) {
        String top = "";
        for (var file : files) {
            var path = file.path().value();
            int slash = path.indexOf('/');
            if (slash < 0 || !(top.isEmpty() || path.startsWith(top + "/"))) {
                return Optional.empty();
            }
            top = path.substring(0, slash);
        }
        boolean word = LAYOUT.contains(top.toLowerCase(Locale.ROOT));
        return top.isEmpty() || word ? Optional.empty() : Optional.of(top);
    }
}
