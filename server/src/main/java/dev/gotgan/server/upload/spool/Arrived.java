package dev.gotgan.server.upload.spool;

import java.nio.file.Path;

/// A file that arrived: `size` bytes of `spool` from `offset`.
///
/// @param name as it was sent; may be anything
public record Arrived(String name, Path spool, long offset, long size) {}
