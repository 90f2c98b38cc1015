package dev.gotgan.engine.publish;

import dev.gotgan.engine.content.LogicalPath;
import dev.gotgan.engine.content.Sha256;
import dev.gotgan.engine.store.Etag;
import dev.gotgan.engine.store.Key;
import dev.gotgan.engine.store.StoreException;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What really lies at live keys, compared with what `published` says.
final class LiveTree {
    private final PublishRows rows;
    private final HeldLease lease;

    LiveTree(PublishRows rows, HeldLease lease) {
        this.rows = rows;
        this.lease = lease;
    }

    /// What was found at a live key.
    sealed interface Look {
        /// Nothing is there.
        record Empty() implements Look {}

        /// A content that we put or would put there; `etag` is what it has now.
        record Ours(Sha256 content, Etag etag) implements Look {}

        /// Somebody else's.
        record Foreign() implements Look {}
    }

    /// One HEAD when nothing is amiss; the object is read and hashed only where its etag is not the one we know.
    Look look(PublishRow row, Key key) {
        var head = lease.store().head(key);
        if (head.isEmpty()) {
            return new Look.Empty();
        }
        var etag = head.get().etag();
        var found = row.found();
        if (found != null && found.etag().equals(etag)) {
            return new Look.Ours(found.sha256(), etag);
        }
        return hashed(key, etag)
                .<Look>map(content -> isOurs(row, content) ? new Look.Ours(content, etag) : new Look.Foreign())
                .orElseGet(Look.Empty::new);
    }

    private boolean isOurs(PublishRow row, Sha256 content) {
        return isContent(row.wanted() == null ? null : row.wanted().sha256(), content)
                || isContent(row.found() == null ? null : row.found().sha256(), content)
                || ever(row.path(), content);
    }

    private static boolean isContent(@Nullable Sha256 known, Sha256 content) {
        return content.equals(known);
    }

    private boolean ever(LogicalPath path, Sha256 content) {
        return rows.everAt(lease.check().dataset(), path, content);
    }

    private Optional<Sha256> hashed(Key key, Etag etag) {
        try (var bytes = lease.store().read(key, 0, etag)) {
            return Optional.of(Sha256.hash(bytes));
        } catch (StoreException.Missing | StoreException.Changed e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new StoreException.Unavailable(key, e);
        }
    }
}
