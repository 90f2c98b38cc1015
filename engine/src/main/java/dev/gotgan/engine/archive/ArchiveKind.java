package dev.gotgan.engine.archive;

/// The kinds of archive that are taken in.
public enum ArchiveKind {
    ZIP,
    TAR,
    TAR_GZ
}
