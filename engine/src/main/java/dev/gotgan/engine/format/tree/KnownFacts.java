package dev.gotgan.engine.format.tree;

import dev.gotgan.engine.content.Sha256;
import dev.gotgan.engine.facts.ImageFacts;
import dev.gotgan.engine.facts.LabelFacts;
import org.jspecify.annotations.Nullable;

/// The facts of contents that were read before: every content of a tree that is worth reading has some.
///
/// Asked once for each file of a tree; answers from memory.
public interface KnownFacts {
    KnownFacts NONE = new KnownFacts() {
        @Override
        public @Nullable ImageFacts image(Sha256 content) {
            return null;
        }

        @Override
        public @Nullable LabelFacts label(Sha256 content) {
            return null;
        }
    };

    /// Null for a content that was never read as an image.
    @Nullable
    ImageFacts image(Sha256 content);

    /// Null for a content that was never read as a label.
    @Nullable
    LabelFacts label(Sha256 content);
}
