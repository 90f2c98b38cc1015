package dev.gotgan.engine.commit;

import dev.gotgan.engine.content.Sha256;
import dev.gotgan.engine.dataset.DatasetId;

/// What a dataset holds now. Generation 0 is "no commit yet".
///
/// @param storagePath its prefix in the bucket, with the final slash
/// @param version     the number this head will be frozen under
/// @param bytes       sum of the sizes of all files
public record Head(
        DatasetId dataset,
        String storagePath,
        long generation,
        int version,
        Sha256 contentHash,
        long files,
        long bytes) {}
