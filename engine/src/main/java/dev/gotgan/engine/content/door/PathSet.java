package dev.gotgan.engine.content.door;

import dev.gotgan.engine.content.CaseFold;
import dev.gotgan.engine.content.LogicalPath;
import dev.gotgan.engine.content.PathRefusal;
import dev.gotgan.engine.content.PathRefused;
import dev.gotgan.engine.content.PathWarning;
import java.security.SecureRandom;
import java.util.Set;

/// The paths of one upload, taken one by one: each must be able to lie in one tree with those before it.
///
/// Not safe for use by several threads. Two million paths take about 80 MB.
public final class PathSet {
    /* Only keyed 63-bit hashes are kept: two million copied paths would not fit beside everything else in 512 MB.
    Two different paths meet with a probability of 4e-7 at that size; then an honest upload is refused, and passes
    when it is sent again, since the key is drawn anew for each set. The key also keeps a sender from choosing
    paths that collide. */

    /// More folders than the files that one archive may have are no data set but an attack on this memory.
    private static final int MOST_FOLDERS = 2_000_000;

    private static final Set<PathWarning> TWIN = Set.of(PathWarning.PATH_COLLISION);

    private final PathHash hash;
    private final PathHash.Table exact = new PathHash.Table();
    private final PathHash.Table folded = new PathHash.Table();
    private String lastFolder = "";
    private int files;
    private int folders;

    public PathSet() {
        var random = new SecureRandom();
        hash = new PathHash(random.nextLong(), random.nextLong());
    }

    /// Adds a file.
    ///
    /// @return `PATH_COLLISION` if the path, or a folder that it is the first in, equals an earlier one under
    /// full case folding; else nothing
    /// @throws PathRefused `PATH_COLLISION` if the same path is there, or a file where this needs a folder or
    /// the other way round; the set is as before
    public Set<PathWarning> add(LogicalPath path) {
        long key = hash.of(path.value(), path.value().length());
        switch (exact.find(key)) {
            case FILE -> throw refuse(path, "the same path comes twice");
            case FOLDER -> throw refuse(path, "another path needs a folder of this name");
            case NOTHING -> {}
        }
        boolean twin = openFolders(path, path.folder());
        exact.put(key, PathHash.Kind.FILE);
        files++;
        twin |= isTwin(path.value(), key, PathHash.Kind.FILE);
        return twin ? TWIN : Set.of();
    }

    /// Adds a folder that an archive names; it may come any number of times.
    ///
    /// @return as [#add]
    /// @throws PathRefused as [#add]
    public Set<PathWarning> addFolder(LogicalPath folder) {
        return openFolders(folder, folder.value()) ? TWIN : Set.of();
    }

    /// How many files were added.
    public int size() {
        return files;
    }

    private boolean openFolders(LogicalPath path, String folder) {
        if (folder.isEmpty() || folder.equals(lastFolder)) {
            return false;
        }
        checkFolders(path, folder);
        boolean twin = false;
        for (int end = folder.length(); end > 0; end = folder.lastIndexOf('/', end - 1)) {
            long key = hash.of(folder, end);
            if (exact.find(key) == PathHash.Kind.FOLDER) {
                break; // and so are all above it
            }
            exact.put(key, PathHash.Kind.FOLDER);
            folders++;
            twin |= isTwin(folder.substring(0, end), key, PathHash.Kind.FOLDER);
        }
        lastFolder = folder;
        return twin;
    }

    private void checkFolders(LogicalPath path, String folder) {
        if (folders > MOST_FOLDERS) {
            throw new PathRefused(path.value(), PathRefusal.PATH_TOO_DEEP, "more than %d folders".formatted(folders));
        }
        for (int end = folder.length(); end > 0; end = folder.lastIndexOf('/', end - 1)) {
            switch (exact.find(hash.of(folder, end))) {
                case FILE -> throw refuse(path, "'%s' is a file and a folder".formatted(folder.substring(0, end)));
                case FOLDER -> {
                    return;
                }
                case NOTHING -> {}
            }
        }
    }

    private boolean isTwin(String path, long exactKey, PathHash.Kind kind) {
        String fold = CaseFold.of(path);
        long key = fold.equals(path) ? exactKey : hash.of(fold, fold.length());
        if (folded.find(key) != PathHash.Kind.NOTHING) {
            return true;
        }
        folded.put(key, kind);
        return false;
    }

    private static PathRefused refuse(LogicalPath path, String why) {
        return new PathRefused(path.value(), PathRefusal.PATH_COLLISION, why);
    }
}
