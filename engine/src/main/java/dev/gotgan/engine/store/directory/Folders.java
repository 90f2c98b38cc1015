package dev.gotgan.engine.store.directory;

import dev.gotgan.engine.store.Key;
import dev.gotgan.engine.store.StoreException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The folders that objects need: made when the first one comes, removed when the last one goes, and never a link.
///
/// Each is looked at once between two settlings, not once for each object: a link that an outsider puts in a folder's
/// place is seen at the latest then.
final class Folders {
    private static final int KNOWN_AT_MOST = 20_000;

    private final Path root;
    private final Changes changes;
    private final Turns turns;
    private final Set<Path> known = ConcurrentHashMap.newKeySet();

    Folders(Path root, Changes changes, Turns turns) {
        this.root = root;
        this.changes = changes;
        this.turns = turns;
    }

    /// @throws StoreException.Obstructed a file or a link stands where `folder` or one above it should
    void make(Key key, Path folder) throws IOException {
        if (isKnown(folder)) {
            return;
        }
        make(key, Tree.parent(folder));
        var there = Tree.find(folder);
        if (there.isEmpty()) {
            mkdir(folder);
            there = Tree.find(folder);
        }
        if (there.isPresent()) {
            if (!there.get().isDirectory()) {
                throw new StoreException.Obstructed(key);
            }
            know(folder);
        }
    }

    /// Whether `folder` and all above it, up to the root, are folders and no links.
    boolean areReal(Path folder) throws IOException {
        if (isKnown(folder)) {
            return true;
        }
        if (!folder.startsWith(root) || !areReal(Tree.parent(folder))) {
            return false;
        }
        boolean real =
                Tree.find(folder).filter(BasicFileAttributes::isDirectory).isPresent();
        if (real) {
            know(folder);
        }
        return real;
    }

    /// To be looked at again, with all above it.
    void forget(Path folder) {
        for (Path each = folder; !each.equals(root); each = Tree.parent(each)) {
            known.remove(each);
        }
    }

    void forgetAll() {
        known.clear();
    }

    /// Removes `folder` and those above it that are empty by then. Who needs one at this moment makes it again.
    void prune(Path folder) {
        for (Path each = folder; !each.equals(root); each = Tree.parent(each)) {
            known.remove(each);
            if (!rmdir(each)) {
                return;
            }
            changes.note(Tree.parent(each));
        }
    }

    /* The JDK has no rmdir, only a delete that takes files too: under its turn, no object can come to stand there. */
    private boolean rmdir(Path folder) {
        synchronized (turns.of(folder)) {
            if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
                return true;
            }
            try {
                Files.delete(folder);
                return true;
            } catch (NoSuchFileException e) {
                return true;
            } catch (IOException e) {
                return false; // not empty, as a rule; an empty folder that stays is in nobody's way
            }
        }
    }

    private void mkdir(Path folder) throws IOException {
        try {
            Files.createDirectory(folder);
        } catch (FileAlreadyExistsException e) {
            return; // somebody was faster
        } catch (NoSuchFileException e) {
            forget(Tree.parent(folder)); // somebody pruned it; the caller tries again
        }
    }

    private boolean isKnown(Path folder) {
        return folder.equals(root) || known.contains(folder);
    }

    /* The parent counts as changed whoever made the folder: its maker may not have said so yet when another thread's
    object in it is acknowledged. */
    private void know(Path folder) {
        changes.note(Tree.parent(folder));
        if (known.size() >= KNOWN_AT_MOST) {
            known.clear();
        }
        known.add(folder);
    }
}
