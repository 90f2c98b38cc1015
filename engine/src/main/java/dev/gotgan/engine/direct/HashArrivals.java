package dev.gotgan.engine.direct;

import dev.gotgan.engine.commit.Planned;
import dev.gotgan.engine.commit.SessionId;
import dev.gotgan.engine.content.Sha256;
import dev.gotgan.engine.store.Etag;
import dev.gotgan.engine.store.ObjectStore;
import dev.gotgan.engine.store.StoreException;
import java.io.IOException;
import java.util.Optional;

/// Reads and hashes what arrived: right on every store, and the dearest way.
public final class HashArrivals implements Arrivals {
    private final ObjectStore store;

    public HashArrivals(ObjectStore store) {
        this.store = store;
    }

    @Override
    public Optional<Etag> find(SessionId session, Planned.Upload upload, Look look) {
        var there = look.at(upload.key());
        if (there.isEmpty()) {
            return Optional.empty();
        }
        var etag = there.get().etag();
        if (there.get().size() != upload.file().size()
                || !hash(upload, etag).equals(upload.file().sha256())) {
            throw new Foreign(upload);
        }
        return Optional.of(etag);
    }

    private Sha256 hash(Planned.Upload upload, Etag etag) {
        try (var bytes = store.read(upload.key(), 0, etag)) {
            return Sha256.hash(bytes);
        } catch (IOException e) {
            throw new StoreException.Unavailable(upload.key(), e);
        }
    }
}
