package dev.gotgan.engine.memory;

import dev.gotgan.engine.content.FileEntry;
import dev.gotgan.engine.content.LogicalPath;
import dev.gotgan.engine.content.Sha256;
import dev.gotgan.engine.content.Utf8Order;
import dev.gotgan.engine.store.Etag;
import java.time.Instant;
import java.util.Collection;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What we believe of each live key of one dataset. A row, once made, stays.
final class Published {
    static final class Row {
        final LogicalPath path;

        @Nullable
        Content content;

        boolean pending;
        /// It was marked before it was quiet and is to be looked at once more.
        boolean recheck;

        @Nullable
        String drift;

        private Instant quietUntil = Instant.MIN;

        private Row(LogicalPath path) {
            this.path = path;
        }

        /// The head changed here: whatever was reported of the key is worth another try.
        void change() {
            pending = true;
            drift = null;
        }

        /// The head has what was written here directly.
        void lies(FileEntry file, Etag etag) {
            content = new Content(file.sha256(), file.size(), etag);
            pending = false;
            drift = null;
        }

        /// Only ever later.
        void raiseQuiet(Instant until) {
            quietUntil = until.isAfter(quietUntil) ? until : quietUntil;
        }

        Instant quietUntil() {
            return quietUntil;
        }

        boolean quiet(Instant at) {
            return !at.isBefore(quietUntil);
        }

        boolean due(Instant now) {
            return drift == null && (pending || (recheck && quiet(now)));
        }
    }

    /// What lies at a live key.
    record Content(Sha256 sha256, long size, Etag etag) {}

    private final NavigableMap<String, Row> rows = new TreeMap<>(Utf8Order.COMPARATOR);

    Row row(LogicalPath path) {
        return rows.computeIfAbsent(path.value(), key -> new Row(path));
    }

    Optional<Row> find(LogicalPath path) {
        return Optional.ofNullable(rows.get(path.value()));
    }

    Collection<Row> all() {
        return rows.values();
    }

    /// Whether nothing of ours was ever at `path`, nor is at a folder of it or below it.
    boolean untouched(LogicalPath path) {
        return !rows.containsKey(path.value())
                && Kin.in(rows, path.value()).values().stream().noneMatch(row -> row.content != null || row.pending);
    }
}
