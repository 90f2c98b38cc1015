package dev.gotgan.engine.format.tree;

import org.jspecify.annotations.Nullable;

/// The split of each image that a format reaches: empty for none, null for images out of its reach.
public final class SplitTable {
    private final @Nullable String[] splits;
    private int size;

    public SplitTable(DatasetTree tree) {
        splits = new String[tree.images().size()];
    }

    public @Nullable String get(TreeImage image) {
        return splits[image.place()];
    }

    public boolean reaches(TreeImage image) {
        return splits[image.place()] != null;
    }

    /// Puts the image into `split`, unless it is in one already.
    ///
    /// @return the split that it was in; null if it is new
    public @Nullable String putIfAbsent(TreeImage image, String split) {
        var before = splits[image.place()];
        if (before == null) {
            splits[image.place()] = split;
            size++;
        }
        return before;
    }

    public boolean isEmpty() {
        return size == 0;
    }
}
