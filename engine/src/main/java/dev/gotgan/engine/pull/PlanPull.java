package dev.gotgan.engine.pull;

import dev.gotgan.engine.content.ContentHash;
import dev.gotgan.engine.content.FileEntry;
import dev.gotgan.engine.content.LogicalPath;
import dev.gotgan.engine.store.InFlight;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;

/// Compares a manifest with the folder by hashing what is there: a byte that was flipped under the same size
/// and time
/// is noticed.
final class PlanPull {
    private final LocalFolder folder;
    private final int jobs;

    PlanPull(LocalFolder folder, int jobs) {
        this.folder = folder;
        this.jobs = jobs;
    }

    PullPlan against(PullSource.Manifest manifest, List<FileEntry> earlier) throws IOException {
        var files = checked(manifest);
        var kept = Collections.synchronizedList(new ArrayList<FileEntry>());
        var missing = Collections.synchronizedList(new ArrayList<FileEntry>());
        InFlight.forEachOnThreads(jobs, files, file -> (isRight(file) ? kept : missing).add(file));
        return new PullPlan(manifest, List.copyOf(kept), sorted(missing), gone(files, earlier));
    }

    /// The files in path order, if they are what the manifest says they are.
    private static List<FileEntry> checked(PullSource.Manifest manifest) {
        var files = sorted(manifest.files());
        for (var file : files) {
            if (file.path().value().equals(LocalFolder.OURS)
                    || file.path().value().startsWith(LocalFolder.OURS + "/")) {
                throw new PullRefused("path_reserved", file.path() + " would overwrite the record of this pull");
            }
        }
        for (int i = 1; i < files.size(); i++) {
            String path = files.get(i).path().value();
            String before = files.get(i - 1).path().value();
            if (path.equals(before) || path.startsWith(before + "/")) {
                throw new PullRefused("path_collision", "the manifest has both " + before + " and " + path);
            }
        }
        if (!ContentHash.of(files).equals(manifest.contentHash())) {
            throw new PullRefused("hash_mismatch", "the manifest received is not the one its content_hash names");
        }
        return files;
    }

    private boolean isRight(FileEntry file) {
        try {
            return folder.find(file).filter(file.sha256()::equals).isPresent();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<LogicalPath> gone(List<FileEntry> files, List<FileEntry> earlier) {
        var now = new HashSet<LogicalPath>();
        files.forEach(file -> now.add(file.path()));
        return earlier.stream()
                .filter(file -> !now.contains(file.path()))
                .filter(this::isRight)
                .map(FileEntry::path)
                .toList();
    }

    private static List<FileEntry> sorted(List<FileEntry> files) {
        return files.stream().sorted().toList();
    }
}
