package dev.gotgan.engine.publish;

import dev.gotgan.engine.catalog.Datasets;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.store.ObjectStore;
import dev.gotgan.engine.store.StoreLayout;
import dev.gotgan.engine.store.StoredObject;
import java.util.List;

/// Removes every object of datasets that are deleted with their storage, or whose first upload never committed.
public final class RemoveDatasets {
    private static final int PAGE = 1000;

    private final Datasets datasets;
    private final ObjectStore store;

    public RemoveDatasets(Datasets datasets, ObjectStore store) {
        this.datasets = datasets;
        this.store = store;
    }

    /// For who has proved that all other servers are dead.
    void takeOver() {
        datasets.abandonNew();
    }

    public void run() {
        datasets.toRemove(PAGE).forEach(this::remove);
    }

    /// Removes the objects of one dataset in state DELETING, then its rows if no late request can bring any back.
    ///
    /// @return whether the rows are gone; otherwise [#run] comes back to it
    public boolean remove(DatasetId dataset) {
        datasets.find(dataset).ifPresent(found -> empty(found.head().storagePath()));
        empty(StoreLayout.historyPrefix(dataset));
        empty(StoreLayout.manifestPrefix(dataset));
        store.settle();
        return datasets.drop(dataset);
    }

    private void empty(String prefix) {
        List<StoredObject> page = store.list(prefix, null, PAGE);
        while (!page.isEmpty()) {
            store.delete(page.stream().map(StoredObject::key).toList());
            page = store.list(prefix, page.getLast().key(), PAGE);
        }
    }
}
