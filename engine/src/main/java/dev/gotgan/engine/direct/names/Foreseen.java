package dev.gotgan.engine.direct.names;

import dev.gotgan.engine.content.LogicalPath;
import dev.gotgan.engine.content.door.PathDoor;
import dev.gotgan.engine.facts.Analysis;
import dev.gotgan.engine.facts.ImageRow;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/// What an upload of files with such names would make of a dataset, as far as names and sizes tell.
///
/// @param changes of paths
/// @param labels  of the upload
/// @param top     the folder around everything that would be left out, with its slash; empty if none is
/// @param analysis of the whole dataset as it would be
/// @param remarks on the names, and on those that would be left out
public record Foreseen(Changes changes, Labels labels, String top, Analysis analysis, List<PathDoor.Notice> remarks) {
    /// @param replaced paths that hold another size now
    /// @param sameSize paths that hold the same size now: whether it is the same content, only the bytes tell
    public record Changes(long added, long replaced, long sameSize, long removed) {}

    /// @param matched label files that belong to an image
    /// @param orphans label files that belong to none, in path order
    public record Labels(long matched, List<LogicalPath> orphans) {
        /// Of the files at `sent`, in an analysis.
        public static Labels of(List<LogicalPath> sent, Analysis analysis) {
            var used = analysis.rows().stream()
                    .map(ImageRow::label)
                    .filter(Objects::nonNull)
                    .collect(Collectors.toSet());
            return new Labels(
                    sent.stream().filter(used::contains).count(),
                    sent.stream()
                            .filter(path -> AssumedFacts.isOneOfMany(path) && !used.contains(path))
                            .toList());
        }
    }
}
