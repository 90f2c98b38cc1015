package dev.gotgan.engine.analysis;

import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.format.tree.KnownFacts;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Lets a head's analysis follow a new choice of its format, task or classes: from rows and facts, without a byte.
public final class ReanalyzeHead {
    private static final Logger LOG = LoggerFactory.getLogger(ReanalyzeHead.class);
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

    /// A head that there is no room for stays stale as well.
    private boolean replaced(StaleHeads.Stale stale) {
        try (var _ = analyze.room(stale.head())) {
            var analysed = analyze.next(stale.head(), List.of(), KnownFacts.NONE, stale.hint());
            return heads.replace(stale, analysed);
        } catch (TooManyFiles e) {
            LOG.warn("{} keeps the analysis that it has: {}", stale.head().dataset(), e.getMessage());
            return true;
        }
    }
}
