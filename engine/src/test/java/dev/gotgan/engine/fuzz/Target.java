package dev.gotgan.engine.fuzz;

/// A reader of foreign bytes, and what must hold for any bytes whatever.
enum Target {
    ZIP,
    /// tar, and tar.gz
    TAR,
    /// COCO, in a dataset
    JSON,
    /// data.yaml and the text files around it, in a dataset
    YAML,
    /// Pascal VOC, in a dataset
    XML,
    IMAGE;

    /// @throws RuntimeException or an [AssertionError] if what must hold does not
    void run(byte[] input) {
        switch (this) {
            case ZIP -> ArchiveCheck.zip(input);
            case TAR -> ArchiveCheck.tar(input);
            case JSON, YAML, XML -> DatasetCheck.run(input);
            case IMAGE -> ImageCheck.run(input);
        }
    }
}
