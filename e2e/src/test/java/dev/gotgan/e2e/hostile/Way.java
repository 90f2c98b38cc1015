package dev.gotgan.e2e.hostile;

/// A way in.
enum Way {
    /// one archive over HTTP: as it is, or a zip of the files
    ARCHIVE("archive"),
    /// the same files in a tar
    TAR("archive"),
    /// many files over HTTP
    FILES("multipart"),
    /// `gotgan push`
    PUSH("multipart"),
    /// `gotgan analyze`
    ANALYZE("plan");

    /// What the manifest calls it where verdicts differ by way.
    final String inManifest;

    Way(String inManifest) {
        this.inManifest = inManifest;
    }
}
