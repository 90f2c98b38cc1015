package dev.gotgan.engine.direct.answer;

import dev.gotgan.engine.content.LogicalPath;
import java.util.List;

/// A commit was asked for before everything had arrived. The session stays open: plan the missing paths again, send
/// them, and commit once more.
public final class UploadIncomplete extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<LogicalPath> missing;

    public UploadIncomplete(List<LogicalPath> missing) {
        super("%d files have not arrived, as %s; send them and commit again"
                .formatted(missing.size(), missing.getFirst()));
        this.missing = List.copyOf(missing);
    }

    /// In path order.
    public List<LogicalPath> missing() {
        return missing;
    }
}
