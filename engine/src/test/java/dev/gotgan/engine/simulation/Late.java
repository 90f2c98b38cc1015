package dev.gotgan.engine.simulation;

import dev.gotgan.engine.store.Etag;
import dev.gotgan.engine.store.Key;
import java.time.Instant;
import java.util.function.Supplier;

/// A request under way that somebody sent and that may still be carried out, until `until`; a URL that was handed out
/// may be used any number of times.
///
/// @param epoch of the publisher that sent it; 0 for an upload's, and once its publisher has recorded that it may land
/// @param times how often it can still be carried out
record Late(Key key, Kind kind, Instant until, long epoch, int times, Supplier<Etag> effect) {
    enum Kind {
        CREATE,
        WRITE,
        DELETE
    }

    Late known() {
        return new Late(key, kind, until, 0, times, effect);
    }

    Late once() {
        return new Late(key, kind, until, epoch, times - 1, effect);
    }
}
