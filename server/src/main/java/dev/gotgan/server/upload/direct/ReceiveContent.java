package dev.gotgan.server.upload.direct;

import dev.gotgan.engine.commit.CommitRefused;
import dev.gotgan.engine.commit.WriteSessions;
import dev.gotgan.engine.store.Etag;
import dev.gotgan.engine.store.ObjectStore;
import dev.gotgan.engine.store.StoreException;
import dev.gotgan.server.web.live.UploadsUnderWay;
import dev.gotgan.server.web.live.Watched;
import dev.gotgan.server.web.problem.Code;
import dev.gotgan.server.web.problem.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/// Writes one content where its link says, as an object store would: once, whole, and only the bytes that were signed.
final class ReceiveContent {
    private final ObjectStore store;
    private final WriteSessions sessions;
    private final ArrivedHere arrived;
    private final UploadsUnderWay underWay;

    ReceiveContent(ObjectStore store, WriteSessions sessions, ArrivedHere arrived, UploadsUnderWay underWay) {
        this.underWay = underWay;
        this.store = store;
        this.sessions = sessions;
        this.arrived = arrived;
    }

    /* A write that lands after its session has ended would bring back a key that was cleared away. So the session is held
    while the write becomes visible, and not longer: a client may take an hour to send its bytes. */
    Etag run(UploadLinks.Allowed allowed, InputStream body) {
        var progress = underWay.find(allowed.session()).orElseThrow(ReceiveContent::ended);
        var watched = new Watched(body, progress);
        boolean whole = false;
        try {
            var etag = write(allowed, watched);
            whole = true;
            progress.stored();
            return etag;
        } finally {
            if (!whole) {
                watched.takeBack();
            }
        }
    }

    private static Refused ended() {
        return new Refused(Code.LINK_INVALID, "The upload that this link belongs to has ended.");
    }

    private Etag write(UploadLinks.Allowed allowed, InputStream body) {
        var bytes = new HeldStream[1];
        try {
            var etag = store.create(allowed.key(), allowed.sha256(), allowed.size(), () -> {
                if (bytes[0] != null) {
                    throw new IOException("what came from the client can't be read once more");
                }
                bytes[0] = new HeldStream(body, allowed.size(), () -> sessions.hold(allowed.session()));
                return bytes[0];
            });
            arrived.note(allowed.session(), allowed.key(), etag);
            return etag;
        } catch (StoreException.Exists e) {
            throw new Refused(
                    Code.PRECONDITION_FAILED,
                    "Something lies there already: seal the upload to see whether it is this.");
        } catch (StoreException.Mismatch e) {
            throw new Refused(
                    Code.HASH_MISMATCH, "The bytes received are not those that were announced; send them again.");
        } catch (CommitRefused.SessionGone e) {
            throw ended();
        } catch (UncheckedIOException e) {
            throw new Refused(
                    Code.UPLOAD_INCOMPLETE, "The body ended before its announced length; nothing was written.");
        } finally {
            if (bytes[0] != null) {
                bytes[0].release();
            }
        }
    }
}
