package dev.gotgan.engine.dataset;

import java.util.Locale;

/// A dataset's life. Only LIVE ones are seen and take changes.
public enum DatasetState {
    /// Made for its first upload, which has not committed yet; invisible, swept away if it never does.
    NEW,
    LIVE,
    /// Deleted without its storage; files stay, it can be restored.
    TRASH,
    /// Its objects are being removed; nothing brings it back.
    DELETING;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
