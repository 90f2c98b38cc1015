package dev.gotgan.engine.archive;

import dev.gotgan.engine.content.ContentSource;
import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/// An archive in a file of ours. Nothing of it is ever unpacked to disk, and memory does not grow with its
/// contents.
///
/// It is refused whole, by an [ArchiveRefused], if two readers could disagree on what it holds, if a name or a
/// kind of entry is not allowed, if bytes are damaged, or if it inflates beyond its [ArchiveLimits]. Archives
/// inside it are files like others.
///
/// The methods may be called any number of times, [#read] by one thread at a time, sources by many at once. An
/// interrupt of a reading thread closes the file for all of them.
public interface Archive extends Closeable {
    ArchiveKind kind();

    /// Delivers every file that is to be stored, in archive order, and checks everything that can be checked.
    ///
    /// Only after the return is it known that the archive is sound: a checksum may stand behind the data, so
    /// what the visitor was given before an [ArchiveRefused] must not be kept. What the visitor leaves unread
    /// is read for it.
    ///
    /// @throws ArchiveRefused also in the middle, from the visitor's own reads
    /// @throws IOException the file could not be read, or the visitor threw it
    ArchiveSurvey read(EntryVisitor visitor) throws IOException;

    /// A source of the bytes of an `entry` that [#read] delivered, independent of all others; empty if this
    /// kind can only be read from its start (`tar.gz`). Its streams throw [ArchiveRefused] if size or checksum
    /// don't hold.
    Optional<ContentSource> findSource(ArchiveEntry entry);
}
