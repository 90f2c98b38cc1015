package dev.gotgan.server.dataset;

import dev.gotgan.engine.catalog.DatasetList;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.dataset.MetaJson;
import dev.gotgan.engine.dataset.Role;
import dev.gotgan.engine.dataset.Visibility;
import dev.gotgan.engine.facts.Format;
import dev.gotgan.engine.facts.TaskType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A dataset in a list; the first nine fields are the customer's.
record ListedView(
        DatasetId id,
        String name,
        @Nullable String description,
        Format format,
        TaskType taskType,
        long numItems,
        BigDecimal sizeMb,
        String source,
        DatasetId path,
        Visibility visibility,
        List<String> tags,
        int numClasses,
        int version,
        @Nullable Role role,
        Instant createdAt,
        Instant updatedAt) {
    static ListedView of(DatasetList.Row row) {
        return new ListedView(
                row.id(),
                row.name(),
                row.description(),
                row.format(),
                row.taskType(),
                row.images(),
                MetaJson.megabytes(row.bytes()),
                row.storageType(),
                row.id(),
                row.visibility(),
                row.tags(),
                Objects.requireNonNullElse(row.classes(), 0),
                row.version(),
                row.role(),
                row.created(),
                row.updated());
    }
}
