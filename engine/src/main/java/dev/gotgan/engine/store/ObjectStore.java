package dev.gotgan.engine.store;

import dev.gotgan.engine.content.ContentSource;
import dev.gotgan.engine.content.Sha256;
import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where the bytes lie: a flat map from key to content, strongly consistent, listed in UTF-8 byte order, as R2
/// has
/// it.
///
/// Every write is all or nothing: after a [StoreException] the key holds what it held before or what was sent,
/// as the
/// exception's kind says. No method retries. A write is *acknowledged* when the method returns, and *durable* (it
/// survives a loss of power) when [#settle] has returned after it. Implementations are safe for use by many
/// threads.
public interface ObjectStore {
    /// Writes `length` bytes under `key` if nothing is there. The bytes are hashed while they pass.
    ///
    /// @throws StoreException.Exists     something is there
    /// @throws StoreException.Mismatch   the bytes are not `length` long or do not hash to `sha256`
    /// @throws StoreException.Full       no space
    /// @throws StoreException.Obstructed a file system's folder is in the way
    /// @throws StoreException.InDoubt    the answer was lost: ask with [#head]
    Etag create(Key key, Sha256 sha256, long length, ContentSource bytes);

    /// Writes `length` bytes under `key`, whatever is there; errors as [#create], without `Exists`.
    Etag replace(Key key, Sha256 sha256, long length, ContentSource bytes);

    /// What is at `key` now, if anything.
    Optional<StoredObject> head(Key key);

    /// The bytes of `key` from `offset` to its end, if it still has `ifMatch` (null: whatever it has).
    /// The caller closes the stream; a write meanwhile does not disturb it, or breaks it with an `IOException`.
    ///
    /// @throws StoreException.Missing nothing is there
    /// @throws StoreException.Changed it has another etag
    InputStream read(Key key, long offset, @Nullable Etag ifMatch);

    /// Copies `from`, if it still has `ifMatch` (null: whatever it has), over `to`, whatever is there. Never a
    /// link: the two live on
    /// apart.
    ///
    /// @throws StoreException.Missing `from` is not there
    /// @throws StoreException.Changed `from` has another etag
    Etag copy(Key from, @Nullable Etag ifMatch, Key to);

    /// Removes what is at these keys; a key with nothing is no error. Not atomic over several keys.
    void delete(Collection<Key> keys);

    /// Up to `limit` objects whose key starts with `prefix` and sorts after `after` (null: from the first).
    List<StoredObject> list(String prefix, @Nullable Key after, int limit);

    /// Returns when every write that was acknowledged before the call is durable.
    void settle();
}
