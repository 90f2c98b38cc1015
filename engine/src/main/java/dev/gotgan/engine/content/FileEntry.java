package dev.gotgan.engine.content;

/// One file of a dataset: where it is, what it holds, and its size in bytes.
public record FileEntry(LogicalPath path, Sha256 sha256, long size) implements Comparable<FileEntry> {
    public FileEntry {
        if (size < 0) {
            throw new IllegalArgumentException("negative size of " + path);
        }
    }

    @Override
    public int compareTo(FileEntry other) {
        return path.compareTo(other.path);
    }
}
