package dev.gotgan.engine.care;

import dev.gotgan.engine.dataset.DatasetId;
import java.time.Duration;
import java.util.List;

/// The records of datasets whose time in the trash is over. Each call is one transaction; times are the database's.
public interface ExpiredTrash {
    /// In the trash for `kept` or longer; the longest first.
    List<DatasetId> list(Duration kept, int limit);

    /// Drops every row of a dataset that is still in the trash for `kept` or longer, whose live tree is what its
    /// head says and whose meta.json says so; its id and its prefix are tombstoned, and what its history kept is
    /// due for removal ([#withHistory]). Files of the live tree are nobody's from then on.
    ///
    /// @return false if it was restored, or something is still to be published; nothing was changed
    boolean drop(DatasetId dataset, Duration kept);

    /// Datasets that were dropped and may still have objects in their history.
    List<DatasetId> withHistory(int limit);

    /// Their history is empty.
    void historyRemoved(DatasetId dataset);
}
