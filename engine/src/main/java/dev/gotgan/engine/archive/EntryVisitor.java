package dev.gotgan.engine.archive;

import java.io.IOException;
import java.io.InputStream;

/// Takes the files of an archive, one after the other.
@FunctionalInterface
public interface EntryVisitor {
    /// Reads as much of `bytes` as it needs, before it returns; closing them is not needed.
    void visit(ArchiveEntry entry, InputStream bytes) throws IOException;
}
