package dev.gotgan.engine.format.tree;

import dev.gotgan.engine.content.LogicalPath;
import dev.gotgan.engine.content.Sha256;
import dev.gotgan.engine.facts.ImageFacts;

/// A file that is named like an image, with what its bytes say.
public record TreeImage(LogicalPath path, Sha256 content, ImageFacts facts) {
    @Override
    public int hashCode() {
        return path.hashCode();
    }

    public boolean readable() {
        return facts.readable();
    }

    /// The name without its ending: what labels are paired by.
    public String stem() {
        return PathWords.stem(path.name());
    }
}
