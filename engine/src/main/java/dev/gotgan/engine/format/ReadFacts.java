package dev.gotgan.engine.format;

import dev.gotgan.engine.content.Sha256;
import dev.gotgan.engine.facts.ImageFacts;
import dev.gotgan.engine.facts.LabelFacts;
import dev.gotgan.engine.format.label.ReadLabel;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What one content is: an image, a label, or (both null) nothing that a format looks into.
///
/// @param image facts of a file that is named like an image, readable or not
/// @param label what a file that is named like a label says
public record ReadFacts(
        @Nullable ImageFacts image, @Nullable ReadLabel label) {
    public static final ReadFacts NONE = new ReadFacts(null, null);

    /// The label's facts, once the hash is known, which is when all of it was read.
    public Optional<LabelFacts> findLabel(Sha256 content) {
        return label == null
                ? Optional.empty()
                : Optional.of(new LabelFacts(content, label.kind().wire(), label.summary()));
    }
}
