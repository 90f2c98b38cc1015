package dev.gotgan.engine.push;

import dev.gotgan.engine.content.LogicalPath;
import dev.gotgan.engine.content.Sha256;
import dev.gotgan.engine.content.door.PathDoor;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What a folder looks like: the names in it, and what the system tells of each. No name was judged and no file opened.
///
/// @param folders those that hold files
/// @param junk    operating system clutter and our own records, left out
/// @param links   links and other things that are no plain files, left out
public record Glance(List<Folder> folders, List<String> junk, List<String> links) {
    private static final int NUMBERS = 5 * Long.BYTES;

    /// One folder's own files, in the order in which the system names them.
    ///
    /// @param prefix what the paths of its files begin with: empty, or ending in a slash
    record Folder(String prefix, List<Seen> files) {}

    record Seen(String name, Path file, FileStat stat) {}

    public int files() {
        return folders.stream().mapToInt(folder -> folder.files().size()).sum();
    }

    /// One number over the names and stats of all files: the same when nothing was touched. Where only the system's
    /// order of names is another, it differs too.
    public Sha256 fingerprint() {
        var stream = new Stream();
        folders.stream().sorted(Comparator.comparing(Folder::prefix)).forEach(folder -> {
            stream.name(folder.prefix());
            folder.files().forEach(stream::file);
        });
        return stream.end();
    }

    /// The files in path order; refuses nothing but names that no dataset may hold, alone or together: two spellings of
    /// one name are two files on this disk and one path in a dataset.
    ///
    /// @throws dev.gotgan.engine.content.PathRefused naming such a file
    public WalkTree.Listing listing() {
        var files = new ArrayList<WalkTree.LocalFile>(files());
        for (var folder : folders) {
            for (var seen : folder.files()) {
                files.add(new WalkTree.LocalFile(
                        LogicalPath.of(folder.prefix() + seen.name()), seen.file(), seen.stat()));
            }
        }
        files.sort(Comparator.comparing(WalkTree.LocalFile::path));
        var door = new PathDoor();
        files.forEach(file -> door.pass(file.path()));
        return new WalkTree.Listing(files, junk, links);
    }

    /// Hashes many short things a block at a time.
    private static final class Stream {
        private final MessageDigest digest = Sha256.newDigest();
        private final ByteBuffer block = ByteBuffer.allocate(1 << 16);

        void file(Seen seen) {
            name(seen.name());
            var stat = seen.stat();
            room(NUMBERS)
                    .putLong(stat.size())
                    .putLong(stat.modified())
                    .putLong(stat.changed())
                    .putLong(stat.device())
                    .putLong(stat.inode());
        }

        void name(String name) {
            var bytes = name.getBytes(StandardCharsets.UTF_8);
            room(Integer.BYTES).putInt(bytes.length);
            if (bytes.length > block.capacity()) {
                flush();
                digest.update(bytes);
            } else {
                room(bytes.length).put(bytes);
            }
        }

        private ByteBuffer room(int bytes) {
            if (block.remaining() < bytes) {
                flush();
            }
            return block;
        }

        private void flush() {
            digest.update(block.flip());
            block.clear();
        }

        Sha256 end() {
            flush();
            return Sha256.of(digest.digest());
        }
    }
}
