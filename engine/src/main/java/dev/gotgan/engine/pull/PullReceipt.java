package dev.gotgan.engine.pull;

import dev.gotgan.engine.content.Sha256;

/// Proof of what lies in the folder: every file of `contentHash` was hashed there.
///
/// @param fetched      files that were transferred
/// @param fetchedBytes their bytes
/// @param kept         files that were there already and right
/// @param removed      files of an earlier pull that the dataset no longer has
/// @param others       files in the folder that are not the dataset's; left alone
public record PullReceipt(
        String dataset,
        long generation,
        Sha256 contentHash,
        long files,
        long bytes,
        long fetched,
        long fetchedBytes,
        long kept,
        long removed,
        long others) {}
