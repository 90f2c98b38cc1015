package dev.gotgan.engine.gallery;

import dev.gotgan.engine.dataset.DatasetId;
import java.util.Optional;

/// The figures of whole generations. A first look may read every label; another one of the same generation does not.
@FunctionalInterface
public interface ImageFigures {
    /// Empty if there is no such generation.
    Optional<Figures> find(DatasetId dataset, long generation);
}
