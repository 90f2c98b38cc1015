package dev.gotgan.engine.memory;

import dev.gotgan.engine.content.Sha256;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.store.Key;
import dev.gotgan.engine.store.StoreLayout;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// The history keys of one dataset and what they are worth.
final class Copies {
    /* Doomed leads only to being forgotten: nothing revives a copy whose key may be deleted at any moment. */
    enum State {
        UPLOADING,
        COPYING,
        DURABLE,
        DOOMED
    }

    static final class Row {
        final long id;
        final Sha256 sha256;
        final Key key;
        final Instant made;
        /// Whether somebody else's PUT may still bring the key back.
        final boolean uploaded;

        private State state;
        boolean sealed;
        private @Nullable Instant doomed;
        /// When [dev.gotgan.engine.publish.DoomedCopies#due] last named it: its deletion was sent after that.
        @Nullable
        Instant listed;

        boolean deletedOnce;

        private Row(long id, Sha256 sha256, Key key, State state, Instant made) {
            this.id = id;
            this.sha256 = sha256;
            this.key = key;
            this.state = state;
            this.made = made;
            this.uploaded = state == State.UPLOADING;
        }

        State state() {
            return state;
        }

        void durable() {
            if (state == State.UPLOADING || state == State.COPYING) {
                state = State.DURABLE;
            }
        }

        void doom(Instant now) {
            if (state != State.DOOMED) {
                state = State.DOOMED;
                doomed = now;
            }
        }

        Optional<Instant> findDoomed() {
            return Optional.ofNullable(doomed);
        }
    }

    private final Map<Long, Row> rows = new LinkedHashMap<>();
    private final Map<Sha256, List<Row>> byContent = new HashMap<>();
    private final DatasetId dataset;
    private final AtomicLong ids;

    Copies(DatasetId dataset, AtomicLong ids) {
        this.dataset = dataset;
        this.ids = ids;
    }

    Row make(Sha256 sha256, State state, Instant now) {
        long id = ids.incrementAndGet();
        var row = new Row(id, sha256, StoreLayout.history(dataset, sha256, id), state, now);
        rows.put(id, row);
        byContent.computeIfAbsent(sha256, content -> new ArrayList<>()).add(row);
        return row;
    }

    Collection<Row> all() {
        return rows.values();
    }

    Optional<Row> find(long id) {
        return Optional.ofNullable(rows.get(id));
    }

    Optional<Row> findDurable(Sha256 sha256) {
        return byContent.getOrDefault(sha256, List.of()).stream()
                .filter(row -> row.state() == State.DURABLE)
                .findFirst();
    }

    void forget(Row row) {
        rows.remove(row.id);
        byContent.getOrDefault(row.sha256, List.of()).remove(row);
    }
}
