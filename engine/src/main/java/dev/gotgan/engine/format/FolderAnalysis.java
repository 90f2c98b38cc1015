package dev.gotgan.engine.format;

import dev.gotgan.engine.content.PathRefused;
import dev.gotgan.engine.content.door.PathDoor;
import dev.gotgan.engine.facts.Analysis;
import java.util.List;

/// What a local folder or archive is.
///
/// @param files    regular files that a dataset of it would hold
/// @param bytes    of these
/// @param analysis without rows where the contents were not hashed as a whole
/// @param warnings on names, as an upload of the same would carry them
/// @param refused  names that would refuse the upload; an archive with such a one has no analysis
public record FolderAnalysis(
        long files, long bytes, Analysis analysis, List<PathDoor.Notice> warnings, List<PathRefused> refused) {
    public FolderAnalysis {
        warnings = List.copyOf(warnings);
        refused = List.copyOf(refused);
    }
}
