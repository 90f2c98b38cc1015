package dev.gotgan.engine.format;

import dev.gotgan.engine.facts.Analysis;

/// What a local folder is.
///
/// @param files    regular files that a dataset of it would hold
/// @param bytes    of these
/// @param analysis without rows: the folder's contents were not hashed as a whole
public record FolderAnalysis(long files, long bytes, Analysis analysis) {}
