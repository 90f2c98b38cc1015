package dev.gotgan.engine.analysis;

import dev.gotgan.engine.commit.Head;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.facts.AnalysisHint;
import java.util.List;
import java.util.Optional;

/// Heads whose analysis follows an older choice than the present one: somebody changed the format, the task or the
/// classes after the commit. Each call is one transaction.
public interface StaleHeads {
    /// Live datasets with such a head.
    List<DatasetId> due(int limit);

    /// Empty if the dataset's analysis is up to date, or it is not live.
    Optional<Stale> find(DatasetId dataset);

    /// Replaces what is said of this generation: facts, image rows, findings, the record's figures; meta.json is
    /// behind then. Neither files nor generation change.
    ///
    /// @return false if head or choice moved meanwhile; nothing was changed
    boolean replace(Stale stale, NextHead analysed);

    /// @param hint     the present choice
    /// @param revision of the record when the choice was read
    record Stale(Head head, AnalysisHint hint, long revision) {}
}
