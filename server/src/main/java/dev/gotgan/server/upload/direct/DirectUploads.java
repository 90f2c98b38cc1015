package dev.gotgan.server.upload.direct;

import dev.gotgan.engine.commit.CommitRefused;
import dev.gotgan.engine.commit.NewSession;
import dev.gotgan.engine.commit.SessionId;
import dev.gotgan.engine.commit.WriteSessions;
import dev.gotgan.engine.commit.WriteSessions.OpenSession;
import dev.gotgan.engine.dataset.Actor;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.server.web.live.UploadProgress;
import dev.gotgan.server.web.live.UploadsUnderWay;
import dev.gotgan.server.web.problem.Code;
import dev.gotgan.server.web.problem.Refused;
import java.util.UUID;

/// Finds the open upload that an address names, for who may drive it.
final class DirectUploads {
    private final WriteSessions sessions;
    private final UploadsUnderWay underWay;

    DirectUploads(WriteSessions sessions, UploadsUnderWay underWay) {
        this.underWay = underWay;
        this.sessions = sessions;
    }

    OpenSession open(NewSession wanted) {
        var id = sessions.open(wanted);
        return sessions.find(id).orElseThrow(() -> new CommitRefused.SessionGone(id));
    }

    /// Any open upload of the dataset that a client drives; each of its editors may see it and end it.
    OpenSession of(DatasetId dataset, String upload) {
        return sessions.find(id(upload))
                .filter(found -> found.opened().dataset().equals(dataset))
                .filter(found -> found.opened().driver() == NewSession.Driver.CLIENT)
                .orElseThrow(DirectUploads::missing);
    }

    /// The same, for the person who opened it: nobody else adds to it or commits it.
    OpenSession own(DatasetId dataset, String upload, Actor actor) {
        var found = of(dataset, upload);
        if (!found.opened().actor().findId().equals(actor.findId())) {
            throw new Refused(
                    Code.FORBIDDEN,
                    "This upload is %s's: only who opened it may go on with it. You may abort it."
                            .formatted(found.person()));
        }
        return found;
    }

    /// How far it is, with `files` of `bytes` planned just now.
    void planned(OpenSession session, long files, long bytes) {
        underWay.of(session).known(0, Math.max(files, session.files()), Math.max(bytes, session.bytes()));
    }

    /// How far it is, after all that has arrived was sealed.
    void sealed(OpenSession session, long missing) {
        underWay.of(session).counted(session.files() - missing, session.files(), session.bytes());
    }

    void ended(SessionId session, UploadProgress.Step last) {
        underWay.end(session, last);
    }

    static SessionId id(String upload) {
        try {
            return new SessionId(UUID.fromString(upload));
        } catch (IllegalArgumentException e) {
            throw missing();
        }
    }

    static Refused missing() {
        return new Refused(
                Code.UPLOAD_NOT_FOUND,
                "This dataset has no such open upload: it was committed, aborted, or has expired.");
    }
}
