package dev.gotgan.engine.commit;

import dev.gotgan.engine.content.Sha256;
import dev.gotgan.engine.facts.Analysis;

/// All that one commit writes, computed on generation `base` before its transaction begins.
///
/// @param contentHash of the new tree
/// @param files       in the new tree
/// @param bytes       of the new tree
/// @param facts       of contents that had none
/// @param analysis    of the new tree, without rows
/// @param images      what changes in the image rows
public record CommitPlan(
        SessionId session,
        long base,
        Sha256 contentHash,
        long files,
        long bytes,
        NewFacts facts,
        Analysis analysis,
        ImageRowChanges images) {}
