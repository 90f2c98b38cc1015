package dev.gotgan.engine.format.tree;

import dev.gotgan.engine.facts.AnalysisHint;
import dev.gotgan.engine.facts.Format;

/// One way of laying a dataset out: how much a tree looks like it, and what the tree is when read that way.
public interface DatasetFormat {
    Format name();

    Evidence weigh(DatasetTree tree);

    /// Reads the tree as this format, even where little speaks for it.
    Assembly assemble(DatasetTree tree, AnalysisHint hint);
}
