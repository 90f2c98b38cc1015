package dev.gotgan.engine.memory.rows;

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

/// The history keys of one dataset and what they are worth.
public final class Copies {
    /* Doomed leads only to being forgotten: nothing revives a copy whose key may be deleted at any moment. */
    public enum State {
        UPLOADING,
        COPYING,
        DURABLE,
        DOOMED
    }

    public static final class Row {
        public final long id;
        public final Sha256 sha256;
        public final Key key;
        public final Instant made;
        /// Whether somebody else's PUT may still bring the key back.
        public final boolean uploaded;

        private State state;
        public boolean sealed;
        private Instant doomed = Instant.MAX;
        /// When [dev.gotgan.engine.publish.DoomedCopies#due] last named it: its deletion was sent after that.
        public Instant listed = Instant.MIN;

        public boolean deletedOnce;

        private Row(long id, Sha256 sha256, Key key, State state, Instant made) {
            this.id = id;
            this.sha256 = sha256;
            this.key = key;
            this.state = state;
            this.made = made;
            this.uploaded = state == State.UPLOADING;
        }

        public State state() {
            return state;
        }

        public void durable() {
            if (state == State.UPLOADING || state == State.COPYING) {
                state = State.DURABLE;
            }
        }

        public void doom(Instant now) {
            if (state != State.DOOMED) {
                state = State.DOOMED;
                doomed = now;
            }
        }

        public Instant doomed() {
            return doomed;
        }
    }

    private final Map<Long, Row> rows = new LinkedHashMap<>();
    private final Map<Sha256, List<Row>> byContent = new HashMap<>();
    private final DatasetId dataset;
    private final AtomicLong ids;

    public Copies(DatasetId dataset, AtomicLong ids) {
        this.dataset = dataset;
        this.ids = ids;
    }

    public Row make(Sha256 sha256, State state, Instant now) {
        long id = ids.incrementAndGet();
        var row = new Row(id, sha256, StoreLayout.history(dataset, sha256, id), state, now);
        rows.put(id, row);
        byContent.computeIfAbsent(sha256, content -> new ArrayList<>()).add(row);
        return row;
    }

    public Collection<Row> all() {
        return rows.values();
    }

    public Optional<Row> find(long id) {
        return Optional.ofNullable(rows.get(id));
    }

    public Optional<Row> findDurable(Sha256 sha256) {
        return byContent.getOrDefault(sha256, List.of()).stream()
                .filter(row -> row.state() == State.DURABLE)
                .findFirst();
    }

    public void forget(Row row) {
        rows.remove(row.id);
        byContent.getOrDefault(row.sha256, List.of()).remove(row);
    }
}
