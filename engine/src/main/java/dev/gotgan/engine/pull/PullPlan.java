package dev.gotgan.engine.pull;

import dev.gotgan.engine.content.FileEntry;
import dev.gotgan.engine.content.LogicalPath;
import java.util.List;

/// What must be done so that the folder holds the generation.
///
/// @param kept    files that are there and right
/// @param missing files to fetch
/// @param removed paths of an earlier pull, unchanged since, that the generation no longer has
record PullPlan(
        PullSource.Manifest manifest, List<FileEntry> kept, List<FileEntry> missing, List<LogicalPath> removed) {
    long bytes() {
        return manifest.files().stream().mapToLong(FileEntry::size).sum();
    }
}
