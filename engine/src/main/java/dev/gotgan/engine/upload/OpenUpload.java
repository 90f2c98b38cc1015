package dev.gotgan.engine.upload;

import dev.gotgan.engine.commit.Change;
import dev.gotgan.engine.commit.CommitRefused;
import dev.gotgan.engine.commit.NewSession;
import dev.gotgan.engine.commit.Planned;
import dev.gotgan.engine.commit.SessionId;
import dev.gotgan.engine.commit.WriteSessions;
import java.time.Duration;
import java.util.List;

/// Opens a session and plans all its changes. Another upload's paths are waited for, since it is usually about
/// to end.
final class OpenUpload {
    private static final Duration STEP = Duration.ofMillis(250);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final WriteSessions sessions;
    private final Pause pause;

    OpenUpload(WriteSessions sessions, Pause pause) {
        this.sessions = sessions;
        this.pause = pause;
    }

    /// The caller closes it, which aborts it unless it was committed.
    OpenedUpload run(NewSession wanted, List<Change> changes) {
        var session = sessions.open(wanted);
        try {
            return new OpenedUpload(session, plan(session, changes), sessions);
        } catch (RuntimeException e) {
            sessions.abort(session);
            throw e;
        }
    }

    private List<Planned> plan(SessionId session, List<Change> changes) {
        for (var waited = Duration.ZERO; ; waited = waited.plus(STEP)) {
            try {
                return sessions.plan(session, changes);
            } catch (CommitRefused.PathHeld e) {
                if (waited.compareTo(PATIENCE) >= 0) {
                    throw e;
                }
                pause.forA(STEP);
            }
        }
    }
}
