package dev.gotgan.engine.catalog;

import dev.gotgan.engine.dataset.Access;
import dev.gotgan.engine.dataset.Actor;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.dataset.DatasetState;
import dev.gotgan.engine.dataset.UserId;
import dev.gotgan.engine.dataset.Visibility;
import dev.gotgan.engine.facts.AnalysisHint;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The records of datasets. Each call is one transaction.
public interface Datasets {
    /// How long a dataset made for an upload waits for its first session.
    Duration FIRST_SESSION = Duration.ofHours(1);

    /// Makes a record; `NEW` for one whose first upload follows, `LIVE` for an empty one.
    ///
    /// @throws IdTaken the id is in use, in the trash, or was once a deleted dataset's
    void create(NewDataset wanted, DatasetState state, Actor actor);

    /// Whatever its state.
    Optional<DatasetRecord> find(DatasetId dataset);

    /// What the access rule needs of a caller and a dataset that is LIVE (or in the trash, for who may restore
    /// it).
    Optional<AccessRow> findAccess(DatasetId dataset, Actor caller);

    /// Changes what people edit; a field that is null stays. Marks meta.json as behind.
    ///
    /// @param ifRevision null: whatever it is
    /// @return false if the record has another revision by now; nothing was changed
    boolean update(DatasetId dataset, MetadataChange change, @Nullable Long ifRevision, Actor actor);

    /// To the trash, its open sessions aborted.
    void trash(DatasetId dataset, Actor actor);

    void restore(DatasetId dataset, Actor actor);

    /// State DELETING: sessions aborted, the id tombstoned, the publisher fenced off. The caller removes the
    /// objects,
    /// then calls [#drop].
    ///
    /// @return what the rows say will go
    Deletion delete(DatasetId dataset, Actor actor);

    /// Datasets whose objects are to be removed now: DELETING ones, and NEW ones that lost their session.
    List<DatasetId> toRemove(int limit);

    /// The objects were removed: drops the rows, unless a request signed before the deletion may still land;
    /// then it is
    /// listed by [#toRemove] once more when that time is over. A dataset that never had a commit leaves no
    /// tombstone.
    ///
    /// @return whether the rows are gone
    boolean drop(DatasetId dataset);

    /// The id is taken, by what state.
    final class IdTaken extends RuntimeException {
        private static final long serialVersionUID = 1;

        public IdTaken(DatasetId id) {
            super("the id " + id + " is taken; choose another");
        }
    }

    /// A record to make.
    ///
    /// @param owner null for a dataset of the platform
    record NewDataset(
            DatasetId id,
            String name,
            @Nullable String description,
            @Nullable UserId owner,
            Visibility visibility,
            List<String> tags,
            AnalysisHint hint) {}

    record AccessRow(DatasetState state, Access access) {}

    /// What people edit of a record.
    ///
    /// @param hint null: stays; its own null fields return to automatic
    /// @param organization null: stays; 0: none
    record MetadataChange(
            @Nullable String name,
            @Nullable String description,
            @Nullable List<String> tags,
            @Nullable AnalysisHint hint,
            @Nullable Visibility visibility,
            @Nullable Integer organization,
            @Nullable UserId owner) {}

    /// Files of the head, and their bytes.
    record Deletion(long objects, long bytes) {}
}
