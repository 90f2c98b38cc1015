package dev.gotgan.engine.memory.rows;

import dev.gotgan.engine.content.FileEntry;
import dev.gotgan.engine.content.LogicalPath;
import dev.gotgan.engine.content.Utf8Order;
import dev.gotgan.engine.publish.PublishRow;
import dev.gotgan.engine.store.Etag;
import java.time.Instant;
import java.util.Collection;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What we believe of each live key of one dataset. A row, once made, stays.
public final class Published {
    public static final class Row {
        public final LogicalPath path;

        public PublishRow.@Nullable Found found;

        public boolean pending;
        /// It was marked before it was quiet and is to be looked at once more.
        public boolean recheck;

        @Nullable
        public String drift;

        private Instant quietUntil = Instant.MIN;

        private Row(LogicalPath path) {
            this.path = path;
        }

        /// The head changed here: whatever was reported of the key is worth another try.
        public void change() {
            pending = true;
            drift = null;
        }

        /// The head has what was written here directly.
        public void lies(FileEntry file, Etag etag) {
            found = new PublishRow.Found(file.sha256(), file.size(), etag);
            pending = false;
            drift = null;
        }

        /// Only ever later.
        public void raiseQuiet(Instant until) {
            quietUntil = until.isAfter(quietUntil) ? until : quietUntil;
        }

        public Instant quietUntil() {
            return quietUntil;
        }

        public boolean quiet(Instant at) {
            return !at.isBefore(quietUntil);
        }

        public boolean due(Instant now) {
            return drift == null && (pending || (recheck && quiet(now)));
        }
    }

    private final NavigableMap<String, Row> rows = new TreeMap<>(Utf8Order.COMPARATOR);

    public Row row(LogicalPath path) {
        return rows.computeIfAbsent(path.value(), key -> new Row(path));
    }

    public Optional<Row> find(LogicalPath path) {
        return Optional.ofNullable(rows.get(path.value()));
    }

    public Collection<Row> all() {
        return rows.values();
    }

    /// Rows of folders of `path` and of what lies below it.
    public Stream<Row> kin(LogicalPath path) {
        return Kin.in(rows, path.value()).values().stream();
    }

    /// Whether nobody was ever to write at `path`, at a folder of it or below it.
    public boolean untouched(LogicalPath path) {
        return !rows.containsKey(path.value()) && Kin.in(rows, path.value()).isEmpty();
    }
}
