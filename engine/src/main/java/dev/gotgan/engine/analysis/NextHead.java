package dev.gotgan.engine.analysis;

import dev.gotgan.engine.commit.ImageRowChanges;
import dev.gotgan.engine.content.Sha256;
import dev.gotgan.engine.facts.Analysis;

/// A head that could be committed on generation `base`.
public record NextHead(
        long base, Sha256 contentHash, long files, long bytes, Analysis analysis, ImageRowChanges images) {}
