package dev.gotgan.engine.commit;

import dev.gotgan.engine.content.LogicalPath;
import dev.gotgan.engine.store.Etag;
import java.util.List;

/// Sessions and what they hold. Each call is one transaction; all times are the database's.
public interface WriteSessions {
    /// How long a session lives after its last call.
    java.time.Duration LIFE = java.time.Duration.ofDays(2);

    /// Begins a session.
    ///
    /// @throws CommitRefused.DatasetGone the dataset takes no more changes
    SessionId open(NewSession wanted);

    /// Reserves every changed path and says what must happen to it; all of them or, on a refusal, none.
    ///
    /// A path is planned `DIRECT` only while its dataset has no commit and `published` has no row for it; its
    /// row is
    /// made here, so that a path once planned direct is staged ever after. One staged upload serves all paths of
    /// one content.
    ///
    /// @param changes any number, in any order, each path once
    /// @return one per change, in the same order
    /// @throws CommitRefused.PathHeld    by another open session (also an ancestor, a descendant, a case twin)
    /// @throws CommitRefused.Collision   with what the head would hold besides
    /// @throws CommitRefused.SessionGone it is not open
    List<Planned> plan(SessionId session, List<Change> changes);

    /// Records that these uploads were seen in the store, byte for byte and durable. For a staged key any one
    /// of its
    /// paths will do.
    ///
    /// @throws CommitRefused.SessionGone it is not open
    void seal(SessionId session, List<Sealed> uploads);

    /// Keeps the session alive.
    void touch(SessionId session);

    /// Ends an open session without a commit: its staged copies are doomed, its direct keys become the
    /// publisher's to
    /// remove, and their reservations last until that is done. A session that is not open is left as it is.
    void abort(SessionId session);

    /// Aborts what has expired; at the server's start also every server-driven session.
    ///
    /// @return how many were aborted
    int abortExpired(Driverless scope);

    /// Which sessions [#abortExpired] looks at.
    enum Driverless {
        EXPIRED,
        EXPIRED_AND_SERVER_DRIVEN
    }

    /// An upload that is in the store under `etag`.
    record Sealed(LogicalPath path, Etag etag) {}
}
