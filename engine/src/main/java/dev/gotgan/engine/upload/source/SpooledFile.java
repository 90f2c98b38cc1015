package dev.gotgan.engine.upload.source;

import java.nio.file.Path;

/// A file that arrived: `size` bytes of `spool` from `offset`.
///
/// @param name as it was sent; may be anything
public record SpooledFile(String name, Path spool, long offset, long size) {}
