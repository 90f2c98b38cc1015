package dev.gotgan.engine.store;

import dev.gotgan.engine.content.ContentSource;
import dev.gotgan.engine.content.Sha256;
import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where the bytes lie: a flat map from key to content, strongly consistent, listed in UTF-8 byte order, as R2 has it.
///
/// Every write is all or nothing: after a [StoreException] the key holds what it held before or what was sent, as the
/// exception's kind says, and nothing else of the write is ever seen. No method retries. A write is *acknowledged*
/// when the method returns, and *durable* (it survives a loss of power) when [#settle] has returned after it. Every
/// method may throw [StoreException.Unavailable]. Implementations are safe for use by many threads.
public interface ObjectStore {
    /// Writes `length` bytes under `key` if nothing is there; of several at once exactly one wins. The bytes are
    /// opened at most once and hashed while they pass.
    ///
    /// @throws StoreException.Exists        something is there
    /// @throws StoreException.Mismatch      the bytes are not `length` long or do not hash to `sha256`
    /// @throws StoreException.Full          no space
    /// @throws StoreException.Obstructed    a file system cannot hold this key now: a folder is in the way, or a
    ///                                      file where a folder must be
    /// @throws StoreException.InDoubt       the answer was lost: ask with [#head]
    /// @throws java.io.UncheckedIOException `bytes` could not be read, for the reason given as its cause; whatever
    ///                                      else `bytes` throws passes as it is. Nothing was written
    Etag create(Key key, Sha256 sha256, long length, ContentSource bytes);

    /// Writes `length` bytes under `key`, whatever is there; errors as [#create], without `Exists`.
    Etag replace(Key key, Sha256 sha256, long length, ContentSource bytes);

    /// What is at `key` now, if anything.
    Optional<StoredObject> head(Key key);

    /// The bytes of `key` from `offset` to its end (none if that lies before it), if it still has `ifMatch` (null:
    /// whatever it has). The caller closes the stream; a write meanwhile does not disturb it, or breaks it with an
    /// `IOException`: it never mixes two contents.
    ///
    /// @throws StoreException.Missing nothing is there
    /// @throws StoreException.Changed it has another etag
    InputStream read(Key key, long offset, @Nullable Etag ifMatch);

    /// Copies `from`, if it still has `ifMatch` (null: whatever it has), over `to`, whatever is there. Never a
    /// link: the two live on apart. Errors of the writing as [#replace].
    ///
    /// @throws StoreException.Missing `from` is not there
    /// @throws StoreException.Changed `from` has another etag
    Etag copy(Key from, @Nullable Etag ifMatch, Key to);

    /// Removes what is at these keys; a key with nothing is no error. Not atomic over several keys.
    void delete(Collection<Key> keys);

    /// The first `limit` objects whose key starts with `prefix` and sorts after `after` (null: from the first);
    /// fewer only when there are no more. Each is as it was at some moment of the call. The last key of a page,
    /// given as the `after` of the next call, goes on without a gap, whatever is written in between.
    List<StoredObject> list(String prefix, @Nullable Key after, int limit);

    /// This store, with each request dated now, however much later it is sent: one that is sent too late for its date
    /// is refused by the other side, so it can't land after the time that its sender was good for. A store within
    /// this process has no other side and is the answer itself.
    default ObjectStore signedNow() {
        return this;
    }

    /// Returns when every write that was acknowledged before the call is durable, deletions and copies too.
    ///
    /// @throws StoreException.Unavailable some of them may be lost
    void settle();
}
