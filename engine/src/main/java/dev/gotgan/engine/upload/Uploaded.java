package dev.gotgan.engine.upload;

import dev.gotgan.engine.commit.Committed;
import dev.gotgan.engine.commit.Head;
import dev.gotgan.engine.content.door.PathDoor;
import dev.gotgan.engine.facts.Analysis;
import java.util.List;
import java.util.Optional;

/// What an upload did.
///
/// @param head     the generation it made, or the present one if it changed nothing
/// @param found    the analysis of exactly that generation; empty if nothing changed
public record Uploaded(
        Head head,
        long added,
        long changed,
        long removed,
        long unchanged,
        Optional<Analysis> found,
        List<PathDoor.Notice> warnings) {
    /// The answer to a call that is repeated after its commit.
    public static Uploaded again(Committed committed) {
        return new Uploaded(
                committed.head(),
                committed.added(),
                committed.changed(),
                committed.removed(),
                0,
                Optional.empty(),
                List.of());
    }
}
