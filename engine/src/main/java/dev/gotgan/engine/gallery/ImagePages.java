package dev.gotgan.engine.gallery;

import dev.gotgan.engine.content.LogicalPath;
import dev.gotgan.engine.content.Sha256;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.facts.ImageFacts;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The images of a generation in path order, filtered. A dataset or generation that does not exist has none.
///
/// A page costs what is on it, whichever filter is set and however many images it leaves out.
public interface ImagePages {
    /// Shapes that are told of one image, at most.
    int MOST_SHAPES = 1000;

    /// Findings that are told of one image, at most.
    int MOST_PROBLEMS = 20;

    /// Images of which the path sorts after `after` (null: from the first).
    List<ListedImage> page(DatasetId dataset, long generation, Wanted wanted, @Nullable LogicalPath after, int limit);

    /// The image at `path`, as a page would list it.
    Optional<ListedImage> find(DatasetId dataset, long generation, LogicalPath path);

    /// How many images there are in all; it may cost more than a page.
    long count(DatasetId dataset, long generation, Wanted wanted);

    /// What is known of an image of this dataset by its content; empty if it is no image or not there.
    Optional<ImageFacts> findFacts(DatasetId dataset, Sha256 content);

    /// Which images are asked for; null means any.
    ///
    /// @param split     as the dataset calls it; empty: in none
    /// @param className that occurs in it
    record Wanted(
            @Nullable String split,
            @Nullable String className,
            @Nullable Has has) {
        public static final Wanted ALL = new Wanted(null, null, null);
    }

    /// What an image has.
    enum Has {
        /// At least one labelled object.
        LABELS,
        NO_LABELS,
        /// An error or a warning about it, or about a label file that speaks of it alone.
        PROBLEMS
    }
}
