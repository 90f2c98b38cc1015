package dev.gotgan.engine.commit;

import dev.gotgan.engine.content.LogicalPath;
import dev.gotgan.engine.store.Etag;
import java.time.Duration;
import java.util.List;

/// Sessions and what they hold. Each call is one transaction; all times are the database's. A refused call
/// changed nothing.
///
/// A session is open from [#open] until it is committed or aborted; an expired one is open until
/// [#abortExpired] meets it.
public interface WriteSessions {
    /// How long a session lives after its last call.
    Duration LIFE = Duration.ofDays(2);

    /// Begins a session on a dataset that is LIVE or NEW.
    ///
    /// @throws CommitRefused.DatasetGone the dataset takes no more changes
    SessionId open(NewSession wanted);

    /// Reserves every changed path and says what must happen to it; all of them or, on a refusal, none.
    ///
    /// A path that already is as wished is `Unchanged` and not reserved; an earlier wish of this session for it
    /// is withdrawn. Content that has a durable copy in this dataset is `Present`. Everything else is an
    /// `Upload`: `DIRECT` only while the dataset has no commit and `published` has no row for the path, for a
    /// folder of it or for a path below it. The row is made here, so a path once planned direct is staged ever
    /// after, by whomever: plan it again when a foreign object is found at its key. One staged upload serves
    /// all paths of one content in the session; two sessions never share one.
    ///
    /// A path is held against other sessions together with its folders, what lies below it, and all that
    /// [dev.gotgan.engine.content.LogicalPath#folded] makes equal to one of these. Within one session twins in
    /// case are free.
    ///
    /// @param changes any number, in any order, each path once
    /// @return one per change, in the same order
    /// @throws CommitRefused.PathHeld    by another open session, or by the publisher for one that was aborted
    /// @throws CommitRefused.Collision   a file would stand where the head, with all wishes of this session,
    ///                                   needs a folder
    /// @throws CommitRefused.SessionGone it is not open
    List<Planned> plan(SessionId session, List<Change> changes);

    /// Records that these uploads were seen in the store, byte for byte and durable, where the last plan of
    /// each path put them. For a staged key any one of its paths will do; a path without an upload is passed
    /// over.
    ///
    /// @throws CommitRefused.SessionGone it is not open
    void seal(SessionId session, List<Sealed> uploads);

    /// Keeps an open session alive, as every call does.
    void touch(SessionId session);

    /// Ends an open session without a commit: its staged copies are doomed, its direct keys become the
    /// publisher's to remove, and their reservations last until that is done. A session that is not open is
    /// left as it is.
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
