package dev.gotgan.engine.analysis;

import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.format.tree.KnownFacts;
import java.util.List;

/// Lets a head's analysis follow a new choice of its format, task or classes: from rows and facts, without a byte.
public final class ReanalyzeHead {
    private static final int ATTEMPTS = 5;
    private static final int AT_ONCE = 100;

    private final StaleHeads heads;
    private final AnalyzeHead analyze;

    public ReanalyzeHead(StaleHeads heads, AnalyzeHead analyze) {
        this.heads = heads;
        this.analyze = analyze;
    }

    /// Whatever a crash or a busy dataset left stale.
    public void all() {
        heads.due(AT_ONCE).forEach(this::run);
    }

    /// Nothing for a head that is up to date. A dataset that changes faster than it is analysed stays stale, for
    /// [#all] to come back to.
    public void run(DatasetId dataset) {
        for (int i = 0; i < ATTEMPTS; i++) {
            var stale = heads.find(dataset);
            if (stale.isEmpty() || replaced(stale.get())) {
                return;
            }
        }
    }

    private boolean replaced(StaleHeads.Stale stale) {
        var analysed = analyze.next(stale.head(), List.of(), KnownFacts.NONE, stale.hint());
        return heads.replace(stale, analysed);
    }
}
