package dev.gotgan.engine.format.tree;

import dev.gotgan.engine.content.LogicalPath;
import dev.gotgan.engine.content.Sha256;
import dev.gotgan.engine.facts.ImageFacts;

/// A file that is named like an image, with what its bytes say.
///
/// @param place where it stands among the tree's images, 0-based in path order
/// @param folder that of the path; one string for all files in it, since every format asks for it often
public record TreeImage(int place, LogicalPath path, String folder, Sha256 content, ImageFacts facts) {
    @Override
    public int hashCode() {
        return place;
    }

    public boolean readable() {
        return facts.readable();
    }

    /// The name without its ending: what labels are paired by.
    public String stem() {
        return PathWords.stem(path.name());
    }
}
