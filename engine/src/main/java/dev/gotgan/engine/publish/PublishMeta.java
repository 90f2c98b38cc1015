package dev.gotgan.engine.publish;

import dev.gotgan.engine.content.Sha256;
import dev.gotgan.engine.dataset.MetaJson;
import dev.gotgan.engine.store.ObjectStore;
import dev.gotgan.engine.store.StoreLayout;
import java.io.ByteArrayInputStream;

/// Writes meta.json: at most `publishing` before and `clean` after a run's changes, nothing when it is up to
/// date.
final class PublishMeta {
    private final PublishRows rows;
    private final ObjectStore store;
    private final HeldLease lease;
    private boolean announced;

    PublishMeta(PublishRows rows, ObjectStore store, HeldLease lease) {
        this.rows = rows;
        this.store = store;
        this.lease = lease;
    }

    void announce(MetaJson.Tree tree) {
        if (tree == MetaJson.Tree.PUBLISHING && announced) {
            return;
        }
        announced = true;
        var due = rows.metaDue(lease.check());
        if (due.isEmpty()) {
            return;
        }
        var bytes = due.get().document().render(tree);
        var etag = store.replace(
                StoreLayout.meta(due.get().storagePath()),
                Sha256.hash(bytes),
                bytes.length,
                () -> new ByteArrayInputStream(bytes));
        if (tree == MetaJson.Tree.CLEAN) {
            store.settle();
            rows.metaWritten(lease.check(), due.get().revision(), etag);
        }
    }
}
