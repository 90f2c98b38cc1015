package dev.gotgan.engine.upload;

/// What an upload does to files that are there already.
public enum UploadMode {
    /// Adds files, overwrites equal paths.
    ADD,
    /// The same, for label files only.
    LABELS_MERGE,
    /// Also removes label files that were not sent.
    LABELS_REPLACE;

    public boolean labelsOnly() {
        return this != ADD;
    }
}
