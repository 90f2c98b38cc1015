package dev.gotgan.engine.store;

import dev.gotgan.engine.content.Sha256;
import java.time.Duration;

/// Hands out URLs with which anybody may do one thing to one key until they expire. They can be used again
/// and again until then, so each one signs whatever makes that harmless. Nothing is asked of the store.
public interface Presigner {
    /// A PUT of exactly these bytes, if nothing is there yet; its type follows from the key's name.
    SignedUrl create(Key key, Sha256 sha256, long length, Duration life);

    /// A GET of whatever is there, of the type that `name` tells and to be saved or shown under that name.
    SignedUrl read(Key key, String name, Duration life);
}
