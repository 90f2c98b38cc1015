package dev.gotgan.server.upload.direct;

import dev.gotgan.engine.commit.Planned;
import dev.gotgan.engine.commit.SessionId;
import dev.gotgan.engine.direct.PutLinks;
import dev.gotgan.engine.store.Presigner;

/// Links to the bucket itself: the bytes never pass the server.
final class BucketLinks implements PutLinks {
    private final Presigner presigner;

    BucketLinks(Presigner presigner) {
        this.presigner = presigner;
    }

    @Override
    public Link sign(SessionId session, Planned.Upload upload) {
        var file = upload.file();
        var url = presigner.create(upload.key(), file.sha256(), file.size(), UploadLinks.LIFE);
        return new Link(url.url(), url.method(), url.headers(), url.expires());
    }
}
