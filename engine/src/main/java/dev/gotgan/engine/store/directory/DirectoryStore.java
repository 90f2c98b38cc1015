package dev.gotgan.engine.store.directory;

import dev.gotgan.engine.content.ContentSource;
import dev.gotgan.engine.content.Sha256;
import dev.gotgan.engine.store.Etag;
import dev.gotgan.engine.store.Key;
import dev.gotgan.engine.store.ObjectStore;
import dev.gotgan.engine.store.StoreException;
import dev.gotgan.engine.store.StoredObject;
import dev.gotgan.engine.store.disk.Durability;
import dev.gotgan.engine.store.disk.ErrorText;
import dev.gotgan.engine.store.disk.FreeName;
import dev.gotgan.engine.store.disk.FsyncEach;
import dev.gotgan.engine.store.disk.Settling;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A folder as a store. Below it every object is a plain file exactly at its key, byte for byte, for any tool to read;
/// what else is there is ours and begins with `.gotgan-`.
///
/// A write is a draft aside, hashed as it is written, and one rename: a reader sees the old file or the new one, whole.
/// One process owns the folder while the store is open. Tools that change files beside it are noticed by time and size,
/// like anybody's changes. Links inside the folder are not objects, and nothing is read or written through one.
public final class DirectoryStore implements ObjectStore, AutoCloseable {
    private static final int WINDOW = 50_000;

    private final Root root;
    private final Tree tree;
    private final Durability durability;
    private final Settling settling;
    private final Drafts drafts;
    private final Folders folders;
    private final Places places;
    private final NameReader names;

    private DirectoryStore(Root root, Path draftFolder, FreeName freeName, Durability durability, int window) {
        this.root = root;
        this.tree = new Tree(root.folder());
        this.durability = durability;
        this.settling = new Settling(durability::sync);
        this.drafts = new Drafts(draftFolder, durability);
        var changes = new Changes(durability);
        var turns = new Turns();
        this.folders = new Folders(root.folder(), changes, turns);
        this.places = new Places(folders, changes, turns, drafts, freeName);
        this.names = new NameReader(root.folder(), changes, window);
    }

    /// Makes the folder if it is not there, and removes what an earlier process left half written.
    ///
    /// @throws RootRefused it is in use, can't be written, or lies on a file system that can't hold a dataset
    public static DirectoryStore open(Path folder) {
        return open(
                folder,
                (root, drafts) ->
                        new DirectoryStore(root, drafts, root.probe(drafts), Durability.of(root.folder()), WINDOW));
    }

    /// As on a system that has nothing but what the JDK has, with `window` names of a folder held at a time.
    static DirectoryStore openPortable(Path folder, int window) {
        return open(
                folder, (root, drafts) -> new DirectoryStore(root, drafts, FreeName::byLink, new FsyncEach(), window));
    }

    @FunctionalInterface
    private interface Furnishing {
        DirectoryStore of(Root root, Path drafts) throws IOException;
    }

    private static DirectoryStore open(Path folder, Furnishing furnishing) {
        var root = Root.open(folder);
        boolean open = false;
        try {
            var store = furnishing.of(root, root.cleanDrafts());
            open = true;
            return store;
        } catch (IOException e) {
            throw new RootRefused(folder, "it can't be written (" + e + ")", e);
        } finally {
            if (!open) {
                root.close();
            }
        }
    }

    @Override
    public Etag create(Key key, Sha256 sha256, long length, ContentSource bytes) {
        var place = tree.place(key);
        try (var draft = drafts.receive(key, sha256, length, bytes)) {
            return places.putIfFree(draft, key, place);
        } catch (IOException e) {
            throw failure(key, e);
        }
    }

    @Override
    public Etag replace(Key key, Sha256 sha256, long length, ContentSource bytes) {
        var place = tree.place(key);
        try (var draft = drafts.receive(key, sha256, length, bytes)) {
            return places.put(draft, key, place);
        } catch (IOException e) {
            throw failure(key, e);
        }
    }

    @Override
    public Optional<StoredObject> head(Key key) {
        try {
            return findStamp(key).map(stamp -> stamp.at(key));
        } catch (IOException e) {
            throw failure(key, e);
        }
    }

    @Override
    public InputStream read(Key key, long offset, @Nullable Etag ifMatch) {
        try {
            check(key, ifMatch);
            var file = open(key);
            boolean right = false;
            try {
                check(key, ifMatch); // it may have been replaced between the first look and the opening
                file.position(offset);
                right = true;
                return Channels.newInputStream(file);
            } finally {
                if (!right) {
                    file.close();
                }
            }
        } catch (IOException e) {
            throw failure(key, e);
        }
    }

    @Override
    public Etag copy(Key from, @Nullable Etag ifMatch, Key to) {
        var place = tree.place(to);
        try {
            check(from, ifMatch);
            try (var source = open(from);
                    var draft = drafts.copy(source)) {
                check(from, ifMatch); // nor may it have been written in place while it was copied
                return places.put(draft, to, place);
            }
        } catch (IOException e) {
            throw failure(to, e);
        }
    }

    @Override
    public void delete(Collection<Key> keys) {
        var left = new LinkedHashSet<Path>();
        for (var key : keys) {
            var place = tree.findPlace(key.value());
            try {
                if (place.isPresent() && places.remove(place.get())) {
                    left.add(Tree.parent(place.get()));
                }
            } catch (IOException e) {
                throw failure(key, e);
            }
        }
        for (var folder : left) {
            folders.prune(folder);
        }
    }

    @Override
    public List<StoredObject> list(String prefix, @Nullable Key after, int limit) {
        var its = prefix.substring(0, prefix.lastIndexOf('/') + 1);
        try {
            var folder =
                    its.isEmpty() ? Optional.of(root.folder()) : tree.findPlace(its.substring(0, its.length() - 1));
            if (folder.isEmpty() || !folders.areReal(folder.get())) {
                return List.of();
            }
            return new Listing(names, prefix, after, limit).of(folder.get(), its);
        } catch (IOException e) {
            throw new StoreException.Unavailable("listing " + prefix, e);
        }
    }

    @Override
    public void settle() {
        folders.forgetAll();
        settling.settle();
    }

    /// Lets another process have the folder. What was written and not settled is as durable as the system makes it.
    @Override
    public void close() {
        durability.close();
        root.close();
    }

    /// @throws StoreException.Missing no object is at the key
    /// @throws StoreException.Changed it has another etag than `ifMatch`
    private void check(Key key, @Nullable Etag ifMatch) throws IOException {
        var stamp = findStamp(key).orElseThrow(() -> new StoreException.Missing(key));
        if (ifMatch != null && !ifMatch.equals(stamp.etag())) {
            throw new StoreException.Changed(key);
        }
    }

    private Optional<FileStamp> findStamp(Key key) throws IOException {
        var place = tree.findPlace(key.value());
        if (place.isEmpty() || !folders.areReal(Tree.parent(place.get()))) {
            return Optional.empty();
        }
        return Tree.findFile(place.get()).map(FileStamp::of);
    }

    private FileChannel open(Key key) throws IOException {
        try {
            return FileChannel.open(tree.place(key), StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
        } catch (NoSuchFileException e) {
            throw new StoreException.Missing(key);
        }
    }

    private static StoreException failure(Key key, IOException e) {
        return ErrorText.saysFull(e) ? new StoreException.Full(key, e) : new StoreException.Unavailable(key, e);
    }
}
