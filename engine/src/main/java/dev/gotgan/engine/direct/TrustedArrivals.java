package dev.gotgan.engine.direct;

import dev.gotgan.engine.commit.Planned;
import dev.gotgan.engine.commit.SessionId;
import dev.gotgan.engine.store.DirectUpload;
import dev.gotgan.engine.store.Etag;
import dev.gotgan.engine.store.ObjectStore;
import dev.gotgan.engine.store.StoreTrust;
import dev.gotgan.engine.store.StoredObject;
import java.util.Optional;

/// Believes a store that was seen to refuse every body but the signed one: at a history key, which nobody but the
/// holder of
/// its link ever wrote, an object of the right size is the planned one. A live key is anybody's; there the bytes are
/// read.
public final class TrustedArrivals implements Arrivals {
    private final ObjectStore store;
    private final StoreTrust trust;
    private final Arrivals otherwise;

    public TrustedArrivals(ObjectStore store, StoreTrust trust, Arrivals otherwise) {
        this.store = store;
        this.trust = trust;
        this.otherwise = otherwise;
    }

    @Override
    public Optional<Etag> find(SessionId session, Planned.Upload upload) {
        if (upload.target() != Planned.Target.STAGED || trust.directUpload() == DirectUpload.REFUSED) {
            return otherwise.find(session, upload);
        }
        return store.head(upload.key())
                .filter(there -> there.size() == upload.file().size())
                .map(StoredObject::etag);
    }
}
