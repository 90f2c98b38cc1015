package dev.gotgan.engine.direct;

import dev.gotgan.engine.commit.Planned;
import dev.gotgan.engine.commit.SessionId;
import dev.gotgan.engine.store.DirectUpload;
import dev.gotgan.engine.store.Etag;
import dev.gotgan.engine.store.StoreTrust;
import dev.gotgan.engine.store.StoredObject;
import java.util.Optional;

/// Believes a store that was seen to refuse every body but the signed one: at a history key, which nobody but the
/// holder of
/// its link ever wrote, an object of the right size is the planned one. A live key is anybody's: there the etag has to
/// be the
/// MD5 that the client announced, of a store whose etags were seen to be that; else the bytes are read.
public final class TrustedArrivals implements Arrivals {
    private final StoreTrust trust;
    private final AnnouncedMd5 announced;
    private final Arrivals otherwise;

    public TrustedArrivals(StoreTrust trust, AnnouncedMd5 announced, Arrivals otherwise) {
        this.trust = trust;
        this.announced = announced;
        this.otherwise = otherwise;
    }

    @Override
    public Optional<Etag> find(SessionId session, Planned.Upload upload, Look look) {
        if (trust.directUpload() == DirectUpload.REFUSED) {
            return otherwise.find(session, upload, look);
        }
        var there = look.at(upload.key());
        if (there.isEmpty()) {
            return Optional.empty();
        }
        if (isPlanned(session, upload, there.get())) {
            announced.forget(session, upload.key());
            return there.map(StoredObject::etag);
        }
        return upload.target() == Planned.Target.STAGED ? Optional.empty() : otherwise.find(session, upload, look);
    }

    private boolean isPlanned(SessionId session, Planned.Upload upload, StoredObject there) {
        if (there.size() != upload.file().size()) {
            return false;
        }
        return switch (upload.target()) {
            case STAGED -> true;
            case DIRECT ->
                trust.isEtagMd5()
                        && announced
                                .find(session, upload.key())
                                .filter(md5 -> md5.hex().equals(there.etag().value()))
                                .isPresent();
        };
    }
}
