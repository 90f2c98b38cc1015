package dev.gotgan.engine.store.directory;

import dev.gotgan.engine.store.Etag;
import dev.gotgan.engine.store.Key;
import dev.gotgan.engine.store.StoreException;
import dev.gotgan.engine.store.disk.FreeName;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;

/// Puts drafts where their keys say and takes objects away, so that no two contents of a place ever share a stamp.
///
/// The clock that stamps files ticks only every few milliseconds and may be set back, so it alone can't promise that:
/// a newcomer that is not later than what he follows is made later.
final class Places {
    /// Each lost try means that somebody pruned the folder between our making it and our using it.
    private static final int TRIES = 1_000;

    private final Folders folders;
    private final Changes changes;
    private final Turns turns;
    private final Drafts drafts;
    private final FreeName freeName;

    Places(Folders folders, Changes changes, Turns turns, Drafts drafts, FreeName freeName) {
        this.folders = folders;
        this.changes = changes;
        this.turns = turns;
        this.drafts = drafts;
        this.freeName = freeName;
    }

    /// @throws StoreException.Exists     another object is at `place`
    /// @throws StoreException.Obstructed something else is at `place`, or in the way to it
    Etag putIfFree(Draft draft, Key key, Path place) throws IOException {
        try {
            return arrive(draft, key, place, turn -> {
                var fresh = after(draft, turn.lastRemoved());
                freeName.rename(fresh.file(), place);
                return fresh;
            });
        } catch (FileAlreadyExistsException e) {
            if (Tree.find(place).filter(other -> !other.isRegularFile()).isPresent()) {
                throw new StoreException.Obstructed(key);
            }
            throw new StoreException.Exists(key);
        }
    }

    /// @throws StoreException.Obstructed something that is no object is at `place`, or in the way to it
    Etag put(Draft draft, Key key, Path place) throws IOException {
        return arrive(draft, key, place, turn -> {
            var old = Tree.find(place);
            if (old.isPresent()) {
                if (!old.get().isRegularFile()) {
                    throw new StoreException.Obstructed(key);
                }
                turn.removed(FileStamp.of(old.get()));
            }
            var fresh = after(draft, turn.lastRemoved());
            Files.move(fresh.file(), place, StandardCopyOption.ATOMIC_MOVE);
            return fresh;
        });
    }

    /// Whether an object was there.
    boolean remove(Path place) throws IOException {
        var parent = Tree.parent(place);
        if (!folders.areReal(parent)) {
            return false;
        }
        synchronized (turns.of(place)) {
            var old = Tree.find(place).filter(BasicFileAttributes::isRegularFile);
            if (old.isEmpty()) {
                return false;
            }
            turns.of(place).removed(FileStamp.of(old.get()));
            Files.deleteIfExists(place);
        }
        changes.note(parent);
        return true;
    }

    @FunctionalInterface
    private interface Arrival {
        Draft in(Turns.Turn turn) throws IOException;
    }

    private Etag arrive(Draft draft, Key key, Path place, Arrival arrival) throws IOException {
        var parent = Tree.parent(place);
        var turn = turns.of(place);
        for (int tries = 1; ; tries++) {
            folders.make(key, parent);
            try {
                Draft arrived;
                synchronized (turn) {
                    arrived = arrival.in(turn);
                }
                draft.placed();
                changes.note(parent);
                return arrived.stamp().etag();
            } catch (FileAlreadyExistsException e) {
                throw e;
            } catch (NoSuchFileException e) {
                folders.forget(parent);
                if (tries == TRIES) {
                    throw e;
                }
            } catch (FileSystemException e) {
                folders.forget(parent);
                folders.make(key, parent); // says so if a file is in the way
                throw e;
            }
        }
    }

    private Draft after(Draft draft, long modified) throws IOException {
        return draft.stamp().modified() > modified ? draft : drafts.later(draft, modified);
    }
}
