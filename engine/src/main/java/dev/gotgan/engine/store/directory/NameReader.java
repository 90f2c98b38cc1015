package dev.gotgan.engine.store.directory;

import dev.gotgan.engine.content.Utf8Order;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads folders in the order of keys, of large ones a window at a time, and remembers the windows read last: a page
/// goes on where the one before it ended without reading the folder again, and a folder of any size needs little heap.
///
/// What is remembered counts only while nothing changed: our own changes are counted exactly ([Changes]), an outsider's
/// show in the folder's time.
final class NameReader {
    private static final int REMEMBERED_NAMES = 200_000;
    /// Smaller folders are read again as fast as they are remembered.
    private static final int WORTH_REMEMBERING = 200;

    private final Path root;
    private final Changes changes;
    private final int window;
    private final Map<Path, FolderNames> remembered = new LinkedHashMap<>();

    /// `window` is how many names of one folder are held at a time.
    NameReader(Path root, Changes changes, int window) {
        this.root = root;
        this.changes = changes;
        this.window = window;
    }

    /// Names of `folder` from `start` (inclusive) on; nothing if the folder is not there.
    Optional<FolderNames> find(Path folder, String start) throws IOException {
        int count = changes.count(folder);
        var now = Tree.find(folder).filter(BasicFileAttributes::isDirectory);
        if (now.isEmpty()) {
            return Optional.empty();
        }
        var modified = now.get().lastModifiedTime();
        var known = recall(folder);
        if (known != null && known.changes() == count && known.modified().equals(modified) && known.covers(start)) {
            return Optional.of(known);
        }
        var reading = new Reading(folder, start);
        try (var names = Files.newDirectoryStream(folder)) {
            reading.all(names.iterator());
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        var read = new FolderNames(start, reading.sorted(), reading.complete(), count, modified);
        remember(folder, read);
        return Optional.of(read);
    }

    private @Nullable FolderNames recall(Path folder) {
        synchronized (remembered) {
            return remembered.get(folder);
        }
    }

    private void remember(Path folder, FolderNames names) {
        synchronized (remembered) {
            remembered.remove(folder);
            if (names.names().size() < WORTH_REMEMBERING) {
                return;
            }
            remembered.put(folder, names);
            long total = remembered.values().stream()
                    .mapToLong(each -> each.names().size())
                    .sum();
            for (var oldest = remembered.values().iterator(); total > REMEMBERED_NAMES && oldest.hasNext(); ) {
                total -= oldest.next().names().size();
                oldest.remove();
            }
        }
    }

    /// Keeps the first names from `start` on: up to two windows' worth while reading, one at the end.
    private final class Reading {
        private final Path folder;
        private final String start;
        private List<String> kept = new ArrayList<>();
        private @Nullable String last;

        Reading(Path folder, String start) {
            this.folder = folder;
            this.start = start;
        }

        void all(Iterator<Path> paths) throws IOException {
            while (paths.hasNext()) {
                var path = paths.next();
                var name = path.getFileName().toString();
                if (mayCome(name) && isSpelledAsKeysAre(name, path)) {
                    keep(path, name);
                }
            }
            trim();
        }

        List<String> sorted() {
            return kept;
        }

        boolean complete() {
            return last == null;
        }

        /// Before the file system is asked what it is: a file's `name` or a folder's `name/` may be in the window.
        private boolean mayCome(String name) {
            return Utf8Order.compare(name + '/', start) >= 0
                    && (last == null || Utf8Order.compare(name, last) <= 0)
                    && !(folder.equals(root) && name.startsWith(Root.OURS));
        }

        /// What an outsider named so that no key can say it is not ours to show.
        private boolean isSpelledAsKeysAre(String name, Path path) {
            return Normalizer.isNormalized(name, Normalizer.Form.NFC)
                    && (name.indexOf('\uFFFD') < 0 || folder.resolve(name).equals(path));
        }

        private void keep(Path path, String name) throws IOException {
            var kind = Tree.find(path);
            if (kind.isEmpty() || !(kind.get().isRegularFile() || kind.get().isDirectory())) {
                return;
            }
            var entry = kind.get().isDirectory() ? name + '/' : name;
            if (Utf8Order.compare(entry, start) >= 0) {
                kept.add(entry);
            }
            if (kept.size() >= 2 * window) {
                trim();
            }
        }

        private void trim() {
            kept = new ArrayList<>(
                    kept.stream().sorted(Utf8Order.COMPARATOR).distinct().toList());
            if (kept.size() > window) {
                kept.subList(window, kept.size()).clear();
                last = kept.getLast();
            }
        }
    }
}
