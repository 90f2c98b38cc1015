package dev.gotgan.engine.commit;

import dev.gotgan.engine.content.FileEntry;
import dev.gotgan.engine.content.LogicalPath;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.store.Etag;
import dev.gotgan.engine.store.Key;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

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
    /// folder of it or for a path below it. The row is made here, so another content or another session is
    /// staged there ever after. One staged upload serves all paths of one content in the session; two sessions
    /// never share one.
    ///
    /// A wish that is repeated is the same upload at the same key, or `Present` once it was sealed: whoever was
    /// interrupted plans again and goes on. Its key may be written anew from now on, for as long as a URL lives.
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

    /// Plans files of this session once more, to history keys and never to their live ones: something foreign was
    /// found there. Answers and refusals as [#plan].
    List<Planned> restage(SessionId session, List<FileEntry> files);

    /// Records that these uploads were seen in the store, byte for byte and durable, where the last plan of
    /// each path put them. For a staged key any one of its paths will do; a path without an upload is passed
    /// over.
    ///
    /// @throws CommitRefused.SessionGone it is not open
    void seal(SessionId session, List<Sealed> uploads);

    /// Keeps an open session alive, as every call does.
    void touch(SessionId session);

    /// An open session.
    Optional<OpenSession> find(SessionId session);

    /// How much of what an open session wants need not be sent any more. It is counted, path by path.
    Settled settled(SessionId session);

    /// The open sessions of a dataset, oldest first.
    List<OpenSession> open(DatasetId dataset);

    /// What an open session wants, in path order; nothing of one that is not open.
    void forEachWanted(SessionId session, Consumer<Wanted> each);

    /// Paths that an open session of a client named and the head had so already, in path order.
    void forEachUnchanged(SessionId session, Consumer<LogicalPath> each);

    /// Keeps an open session from ending until the hold is closed, by the thread that took it: a write that lands
    /// meanwhile is a write of an open session. Whoever ends it waits, with the dataset locked: hold it for one
    /// local write, or a few copies within the store, never while a client is waited for.
    ///
    /// @throws CommitRefused.SessionGone it is not open
    Hold hold(SessionId session);

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

    /// See [#hold].
    interface Hold extends AutoCloseable {
        @Override
        void close();
    }

    /// A session that has not ended.
    ///
    /// @param opened    by an actor of whom only the id is kept
    /// @param person    the display name of who opened it
    /// @param files     paths that it wants to change
    /// @param bytes     sum of the sizes that it wants these to have
    record OpenSession(
            SessionId id,
            NewSession opened,
            String person,
            Instant openedAt,
            Instant expiresAt,
            long files,
            long bytes) {}

    /// Nothing of a session that is not open.
    ///
    /// @param sealed    paths that it wants to change and nothing more need arrive for
    /// @param unchanged paths that it named and the head has so already
    record Settled(long sealed, long unchanged) {}

    /// What is to become of one path.
    ///
    /// @param key    where its bytes are or will be; null for a removal
    /// @param upload what must arrive before the commit, or has; null where nothing need be sent
    /// @param sealed whether nothing more need arrive
    record Wanted(Change change, @Nullable Key key, Planned.@Nullable Upload upload, boolean sealed) {}

    /// An upload that is in the store under `etag`.
    record Sealed(LogicalPath path, Etag etag) {}
}
