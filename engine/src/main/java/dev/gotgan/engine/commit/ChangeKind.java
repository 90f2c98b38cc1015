package dev.gotgan.engine.commit;

import java.util.Locale;

/// Where a commit's bytes come from; kept in the history.
public enum ChangeKind {
    UPLOAD,
    LABELS,
    DELETE;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
