package dev.gotgan.engine.archive;

import dev.gotgan.engine.content.LogicalPath;

/// A file of an archive.
///
/// @param path  as it is to be stored
/// @param size  in bytes, inflated
/// @param place where the archive finds it again; means nothing to others
public record ArchiveEntry(LogicalPath path, long size, long place) {}
