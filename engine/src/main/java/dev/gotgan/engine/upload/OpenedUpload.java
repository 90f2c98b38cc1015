package dev.gotgan.engine.upload;

import dev.gotgan.engine.commit.Change;
import dev.gotgan.engine.commit.Planned;
import dev.gotgan.engine.commit.SessionId;
import dev.gotgan.engine.commit.WriteSessions;
import java.util.ArrayList;
import java.util.List;

/// An open session and what must happen in it. Closing it aborts it; a session that was committed is past
/// aborting.
record OpenedUpload(SessionId session, List<Planned> plan, WriteSessions sessions) implements AutoCloseable {
    /// What the session really holds of `changes`, for which [#plan] was made: a path that somebody else has
    /// just brought to
    /// the same content is not among it, and may change again before we commit.
    List<Change> held(List<Change> changes) {
        var held = new ArrayList<Change>();
        for (int i = 0; i < changes.size(); i++) {
            if (!(plan.get(i) instanceof Planned.Unchanged)) {
                held.add(changes.get(i));
            }
        }
        return held;
    }

    @Override
    public void close() {
        sessions.abort(session);
    }
}
