package dev.gotgan.engine.publish;

import dev.gotgan.engine.store.Key;
import java.util.List;

/// Copies that nothing may refer to any more, until their keys are gone.
public interface DoomedCopies {
    /// Dooms rows left in `copying` by a crash.
    void doomAbandoned();

    /// Doomed copies whose key is to be deleted now. A copy that a client may still be uploading is listed
    /// twice: at once,
    /// and again when its URL can do nothing any more.
    List<Doomed> due(int limit);

    /// The keys of `copies` were deleted by requests sent after [#due] answered.
    void deleted(List<Doomed> copies);

    record Doomed(long copy, Key key) {}
}
