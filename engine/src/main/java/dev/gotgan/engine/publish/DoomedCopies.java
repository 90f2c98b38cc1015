package dev.gotgan.engine.publish;

import dev.gotgan.engine.store.Key;
import java.util.List;

/// Copies that nothing may refer to any more, until their keys are gone.
public interface DoomedCopies {
    /// Dooms rows left in `copying` by a crash: those older than [dev.gotgan.engine.commit.Timing#abandoned], of
    /// datasets that nobody publishes and nobody's request can still land in.
    void doomAbandoned();

    /// Doomed copies whose key is to be deleted now. A copy that a client may still be uploading is listed
    /// twice: at once, and again when its URL can do nothing any more, [dev.gotgan.engine.commit.Timing#quiet]
    /// after it was doomed; until then [#deleted] only takes it off the list.
    List<Doomed> due(int limit);

    /// The keys of `copies` were deleted by requests sent after [#due] last named them.
    void deleted(List<Doomed> copies);

    record Doomed(long copy, Key key) {}
}
