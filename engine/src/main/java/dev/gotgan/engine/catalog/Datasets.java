package dev.gotgan.engine.catalog;

import dev.gotgan.engine.commit.SessionId;
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

    /// Makes a record; `NEW` for one whose first upload follows, `LIVE` for an empty one. Until there is an
    /// analysis, its format and task are the hint's.
    ///
    /// @throws IdTaken the id is in use, in the trash, or was once a deleted dataset's
    void create(NewDataset wanted, DatasetState state, Actor actor);

    /// Whatever its state.
    Optional<DatasetRecord> find(DatasetId dataset);

    /// What the access rule needs of a caller and a dataset that is LIVE (or in the trash, for who may restore
    /// it).
    Optional<AccessRow> findAccess(DatasetId dataset, Actor caller);

    /// Changes what people edit; a field that is null stays. The revision goes up and meta.json is behind.
    ///
    /// @param ifRevision null: whatever it is
    /// @return false if the record has another revision by now, or the dataset is not LIVE; nothing was changed
    boolean update(DatasetId dataset, MetadataChange change, @Nullable Long ifRevision, Actor actor);

    /// From LIVE to the trash, its open sessions aborted; otherwise nothing happens.
    void trash(DatasetId dataset, Actor actor);

    /// From the trash to LIVE; otherwise nothing happens.
    void restore(DatasetId dataset, Actor actor);

    /// From any state to DELETING: sessions aborted, the id tombstoned, the publisher fenced off. The caller
    /// removes the objects, then calls [#drop].
    ///
    /// @return what the rows say will go; repeated, the same; nothing for a dataset that is not there
    Deletion delete(DatasetId dataset, Actor actor);

    /// As [#delete], if nothing was ever committed to it and no session is open there but `own` (null: none
    /// at all). Who made a dataset for an upload that came to nothing takes it back so, and takes nothing
    /// from anybody else.
    ///
    /// @return empty if something was committed, or another session is open; nothing was changed
    Optional<Deletion> deleteUnused(DatasetId dataset, @Nullable SessionId own, Actor actor);

    /// Datasets whose objects are to be removed now: DELETING ones, and NEW ones that lost their session. These
    /// become DELETING by this call, so that no upload can begin in what is being removed. Lost means that
    /// every session of it has ended, or that none was opened within [#FIRST_SESSION].
    List<DatasetId> toRemove(int limit);

    /// For who has proved that all other servers are dead: NEW datasets without an open session become DELETING now,
    /// since nobody lives who would open the first. Their ids are free again as soon as they are removed.
    void abandonNew();

    /// The objects were removed, by requests sent after [#delete] answered or [#toRemove] last named it: drops
    /// the rows, unless a request signed before the deletion may still land; then [#toRemove] names it once
    /// more when that time ([dev.gotgan.engine.commit.Timing#quiet] after the deletion) is over, and not
    /// before. A dataset that never had a commit leaves no tombstone. Nothing happens to one that is not
    /// DELETING.
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
