package dev.gotgan.catalog.postgres.session;

import dev.gotgan.engine.commit.Planned;
import dev.gotgan.engine.content.FileEntry;
import dev.gotgan.engine.content.LogicalPath;
import dev.gotgan.engine.content.Sha256;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a plan call decided of one path: the answer, and the row to keep unless nothing is to be done.
record PlanRow(
        Planned planned,
        Optional<String> target,
        @Nullable Sha256 content,
        @Nullable Long size,
        @Nullable Long copy,
        @Nullable String etag) {
    static PlanRow unchanged(LogicalPath path) {
        return new PlanRow(new Planned.Unchanged(path), Optional.empty(), null, null, null, null);
    }

    static PlanRow removal(LogicalPath path) {
        return new PlanRow(new Planned.Removal(path), Optional.of("removal"), null, null, null, null);
    }

    static PlanRow of(FileEntry file, String target, @Nullable Long copy, Planned answer) {
        return new PlanRow(answer, Optional.of(target), file.sha256(), file.size(), copy, null);
    }

    /// @param etag of what this session has put there already; null while it has not
    static PlanRow direct(FileEntry file, Planned answer, @Nullable String etag) {
        return new PlanRow(answer, Optional.of("direct"), file.sha256(), file.size(), null, etag);
    }
}
