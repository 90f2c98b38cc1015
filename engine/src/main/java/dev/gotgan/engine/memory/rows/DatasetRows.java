package dev.gotgan.engine.memory.rows;

import dev.gotgan.engine.commit.CommitLog;
import dev.gotgan.engine.commit.Head;
import dev.gotgan.engine.commit.ImageRowChanges;
import dev.gotgan.engine.content.FileEntry;
import dev.gotgan.engine.content.LogicalPath;
import dev.gotgan.engine.content.Sha256;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.facts.Analysis;
import dev.gotgan.engine.facts.Finding;
import dev.gotgan.engine.gallery.ClassNames;
import dev.gotgan.engine.store.StoreLayout;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// Everything of one dataset.
public final class DatasetRows {
    public final DatasetId id;
    public final Intervals<FileEntry> files = new Intervals<>();
    public final Intervals<LabelledImage> images = new Intervals<>();
    /// Of each generation.
    public final Map<Long, List<Finding>> findings = new HashMap<>();
    /// Of each generation.
    public final Map<Long, ClassNames> classNames = new HashMap<>();
    public final List<CommitLog.Entry> history = new ArrayList<>();
    /// When each former head was superseded.
    public final Map<Long, Instant> superseded = new HashMap<>();
    public final Copies copies;
    public final Published published = new Published();
    public final Reservations reservations = new Reservations();
    /// Contents that a session ever planned at a path.
    public final Set<FileEntry> planned = new HashSet<>();
    public final Metadata metadata;
    public final LeaseRow lease = new LeaseRow();
    public Head head;
    /// Whether a session was ever opened.
    public boolean begun;

    /// When it became DELETING.
    public Instant deleting = Instant.MAX;

    /// When [dev.gotgan.engine.catalog.Datasets#toRemove] last named it, and whether its objects were removed
    /// once.
    public Instant listed = Instant.MIN;

    public boolean emptied;

    public DatasetRows(DatasetId id, Metadata metadata, AtomicLong copyIds) {
        this.id = id;
        this.copies = new Copies(id, copyIds);
        this.metadata = metadata;
        this.head = new Head(id, StoreLayout.livePrefix(id), 0, 1, Sha256.EMPTY, 0, 0);
    }

    /// What an analysis says of the head as a whole.
    public void analysed(Analysis analysis, ImageRowChanges changes) {
        long generation = head.generation();
        changes.closed().forEach(path -> images.close(path.value(), generation));
        changes.opened()
                .forEach(row -> images.put(row.path().value(), LabelledImage.of(row, changes.classes()), generation));
        findings.put(generation, List.copyOf(analysis.findings()));
        classNames.put(generation, new ClassNames(analysis.format(), List.copyOf(analysis.classes())));
    }

    /// The oldest generation that must stay readable: it was the head within the undo window, or is.
    public long oldestNeeded(Instant now, Duration undo) {
        long oldest = head.generation();
        while (oldest > 0 && now.minus(undo).isBefore(superseded.getOrDefault(oldest - 1, Instant.MIN))) {
            oldest--;
        }
        return oldest;
    }

    /// Whether the head has `content` at `path`; null asks whether it has nothing there.
    public boolean live(LogicalPath path, @Nullable Sha256 content) {
        return Objects.equals(
                files.findLive(path.value()).map(FileEntry::sha256).orElse(null), content);
    }

    /// Whether `content` was ever committed or planned at `path`.
    public boolean ever(LogicalPath path, Sha256 content) {
        return files.findSince(path.value(), 0, file -> file.sha256().equals(content))
                        .isPresent()
                || planned.stream()
                        .anyMatch(file ->
                                file.path().equals(path) && file.sha256().equals(content));
    }
}
