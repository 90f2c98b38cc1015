package dev.gotgan.engine.format.tree;

import dev.gotgan.engine.content.LogicalPath;
import dev.gotgan.engine.format.label.LabelKind;

/// A file that is named like a label, with what its bytes say.
///
/// @param place where it stands among the tree's labels, 0-based in path order
/// @param folder that of the path; one string for all files in it, since every format asks for it often
public record TreeLabel(int place, LogicalPath path, String folder, LabelKind kind, String summary) {
    @Override
    public int hashCode() {
        return place;
    }

    public String stem() {
        return PathWords.stem(path.name());
    }

    public boolean is(LabelKind kind) {
        return this.kind == kind;
    }
}
