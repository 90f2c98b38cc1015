package dev.gotgan.engine.publish;

import dev.gotgan.engine.commit.Timing;
import dev.gotgan.engine.content.Sha256;
import dev.gotgan.engine.dataset.MetaJson;
import dev.gotgan.engine.store.Etag;
import dev.gotgan.engine.store.StoreException;
import dev.gotgan.engine.store.StoreLayout;
import java.io.ByteArrayInputStream;

/// Writes meta.json: at most `publishing` before and `clean` after a run's changes, nothing when it is up to
/// date.
final class PublishMeta {
    private final PublishRows rows;
    private final Timing timing;
    private final HeldLease lease;
    private boolean announced;

    PublishMeta(PublishRows rows, Timing timing, HeldLease lease) {
        this.rows = rows;
        this.timing = timing;
        this.lease = lease;
    }

    /// Says `publishing`, once a run.
    void announce() {
        if (!announced) {
            announced = true;
            rows.metaDue(lease.check()).ifPresent(due -> write(due, MetaJson.Tree.PUBLISHING));
        }
    }

    /* One transaction answers what the head is and whether the live tree is it: asked one after the other, a commit in
    between would be called clean before its first file is there. A commit after the transaction does no harm: until we
    look again, the tree is what this document says. */
    /// Says `clean` if the live tree is the head.
    ///
    /// @return whether there is nothing left to say
    boolean conclude() {
        var due = rows.metaDue(lease.check());
        if (due.isEmpty()) {
            return true;
        }
        if (due.get().tree() == MetaJson.Tree.PUBLISHING) {
            return false;
        }
        var etag = write(due.get(), MetaJson.Tree.CLEAN);
        lease.store().settle();
        rows.metaWritten(lease.check(), due.get().revision(), etag);
        return true;
    }

    private Etag write(PublishRows.MetaDue due, MetaJson.Tree tree) {
        var bytes = due.document().render(tree);
        var key = StoreLayout.meta(due.storagePath());
        try {
            return lease.store().replace(key, Sha256.hash(bytes), bytes.length, () -> new ByteArrayInputStream(bytes));
        } catch (StoreException.InDoubt e) {
            rows.metaInDoubt(lease.check(), timing.inDoubt());
            throw e;
        }
    }
}
