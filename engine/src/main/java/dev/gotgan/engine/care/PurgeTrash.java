package dev.gotgan.engine.care;

import dev.gotgan.engine.commit.CommitLog;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.publish.Publisher;
import dev.gotgan.engine.store.ObjectStore;
import dev.gotgan.engine.store.StoreLayout;
import dev.gotgan.engine.store.StoredObject;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What becomes of a dataset after thirty days in the trash: Gotgan forgets it and leaves its files, with a manifest
/// and meta.json from which they can be adopted again.
///
/* Killed after any line it is simply run again: the manifest says the same each time, the rows go in one transaction,
and what the history kept is removed afterwards by the tombstone's word, since rows are gone that could name it. */
public final class PurgeTrash {
    /// How long a deleted dataset can be restored.
    public static final Duration KEPT = Duration.ofDays(30);

    private static final Logger LOG = LoggerFactory.getLogger(PurgeTrash.class);
    private static final int AT_ONCE = 100;
    private static final int PAGE = 1000;

    private final ExpiredTrash trash;
    private final Publisher publisher;
    private final CommitLog commits;
    private final WriteManifest manifests;
    private final ObjectStore store;

    public PurgeTrash(
            ExpiredTrash trash, Publisher publisher, CommitLog commits, WriteManifest manifests, ObjectStore store) {
        this.trash = trash;
        this.publisher = publisher;
        this.commits = commits;
        this.manifests = manifests;
        this.store = store;
    }

    /// One dataset's trouble must not keep the others waiting; the next pass comes back to it.
    public void pass() {
        trash.list(KEPT, AT_ONCE).forEach(dataset -> trying(dataset, () -> purge(dataset)));
        trash.withHistory(AT_ONCE).forEach(dataset -> trying(dataset, () -> forget(dataset)));
    }

    private static void trying(DatasetId dataset, Runnable step) {
        try {
            step.run();
        } catch (RuntimeException e) {
            LOG.warn("purging {} failed, it is tried again: {}", dataset, e.toString());
        }
    }

    private void purge(DatasetId dataset) {
        publisher.publish(dataset);
        commits.findHead(dataset).filter(head -> head.generation() > 0).ifPresent(manifests::of);
        if (trash.drop(dataset, KEPT)) {
            LOG.info("{} was in the trash for {} days and is forgotten; its files stay", dataset, KEPT.toDays());
        }
    }

    private void forget(DatasetId dataset) {
        var prefix = StoreLayout.historyPrefix(dataset);
        List<StoredObject> page = store.list(prefix, null, PAGE);
        while (!page.isEmpty()) {
            store.delete(page.stream().map(StoredObject::key).toList());
            page = store.list(prefix, page.getLast().key(), PAGE);
        }
        store.settle();
        trash.historyRemoved(dataset);
    }
}
