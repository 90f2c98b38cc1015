package dev.gotgan.engine.archive;

import dev.gotgan.engine.content.door.PathDoor;
import java.util.List;

/// What a sound archive holds.
///
/// @param files    how many are to be stored
/// @param bytes    of these, inflated
/// @param warnings on files that are to be stored
/// @param skipped  what is left out
public record ArchiveSurvey(
        ArchiveKind kind, int files, long bytes, List<PathDoor.Notice> warnings, List<PathDoor.Notice> skipped) {
    public ArchiveSurvey {
        warnings = List.copyOf(warnings);
        skipped = List.copyOf(skipped);
    }

    /// What passed `door`.
    ///
    /// @throws ArchiveRefused if no file did
    public static ArchiveSurvey of(ArchiveKind kind, PathDoor door, long bytes) {
        if (door.files() == 0) {
            throw ArchiveRefusal.ARCHIVE_EMPTY.because("there is no file in this archive that could be stored");
        }
        return new ArchiveSurvey(kind, door.files(), bytes, door.warnings(), door.skipped());
    }
}
