package dev.gotgan.engine.memory;

import dev.gotgan.engine.commit.CommitLog;
import dev.gotgan.engine.commit.Head;
import dev.gotgan.engine.content.FileEntry;
import dev.gotgan.engine.content.Sha256;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.store.StoreLayout;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/// Everything of one dataset.
final class DatasetRows {
    final DatasetId id;
    final Intervals<FileEntry> files = new Intervals<>();
    final Intervals<LabelledImage> images = new Intervals<>();
    final List<CommitLog.Entry> history = new ArrayList<>();
    /// When each former head was superseded.
    final Map<Long, Instant> superseded = new HashMap<>();
    final Copies copies;
    final Published published = new Published();
    final Reservations reservations = new Reservations();
    /// Contents that a session ever planned at a path.
    final Set<FileEntry> planned = new HashSet<>();
    final Metadata metadata;
    final LeaseRow lease = new LeaseRow();
    Head head;
    /// Whether a session was ever opened.
    boolean begun;

    /// When it became DELETING.
    Instant deleting = Instant.MAX;

    /// When [dev.gotgan.engine.catalog.Datasets#toRemove] last named it, and whether its objects were removed
    /// once.
    Instant listed = Instant.MIN;

    boolean emptied;

    DatasetRows(DatasetId id, Metadata metadata, AtomicLong copyIds) {
        this.id = id;
        this.copies = new Copies(id, copyIds);
        this.metadata = metadata;
        this.head = new Head(id, StoreLayout.livePrefix(id), 0, 1, Sha256.EMPTY, 0, 0);
    }

    /// The oldest generation that must stay readable: it was the head within the undo window, or is.
    long oldestNeeded(Instant now, Duration undo) {
        long oldest = head.generation();
        while (oldest > 0 && now.minus(undo).isBefore(superseded.getOrDefault(oldest - 1, Instant.MIN))) {
            oldest--;
        }
        return oldest;
    }
}
