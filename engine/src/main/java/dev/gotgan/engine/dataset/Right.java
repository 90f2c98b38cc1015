package dev.gotgan.engine.dataset;

/// What a caller may be allowed to do with one dataset, weakest first; each includes those before it.
public enum Right {
    /// Metadata, files, manifest, versions.
    READ,
    /// Add, overwrite and delete files; edit metadata.
    WRITE,
    /// Grant and revoke roles, change visibility, delete, restore.
    OWN
}
