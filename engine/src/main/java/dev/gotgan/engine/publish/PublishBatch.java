package dev.gotgan.engine.publish;

import dev.gotgan.engine.commit.Timing;
import dev.gotgan.engine.content.LogicalPath;
import dev.gotgan.engine.content.Sha256;
import dev.gotgan.engine.store.InFlight;
import dev.gotgan.engine.store.Key;
import dev.gotgan.engine.store.ObjectStore;
import dev.gotgan.engine.store.StoreException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;

/// Publishes up to a thousand paths: keep what is still needed, remove, overwrite, mark.
final class PublishBatch {
    private static final int IN_FLIGHT = 16;

    private final PublishRows rows;
    private final ObjectStore store;
    private final Timing timing;
    private final HeldLease lease;

    PublishBatch(PublishRows rows, ObjectStore store, Timing timing, HeldLease lease) {
        this.rows = rows;
        this.store = store;
        this.timing = timing;
        this.lease = lease;
    }

    void run(List<PublishRow> batch) {
        var kept = keepOld(batch);
        var marks = Collections.synchronizedList(new ArrayList<PublishRows.Mark>());
        var live = new LiveTree(store, rows, lease.check().dataset());
        var ready = batch.stream()
                .filter(row -> !row.keep() || kept.contains(row.path()))
                .toList();
        var removals = ready.stream().filter(row -> row.wanted() == null).toList();
        var writes = ready.stream().filter(row -> row.wanted() != null).toList();
        // A file may have to make room for a folder of the same name, so removals come first.
        InFlight.forEach(IN_FLIGHT, removals, row -> publish(row, live, marks));
        InFlight.forEach(IN_FLIGHT, writes, row -> publish(row, live, marks));
        store.settle();
        rows.published(lease.check(), List.copyOf(marks));
    }

    /// Makes durable what only the live tree has and a retained generation still needs: one copy a content.
    ///
    /// @return the paths of which the old content is safe now
    private Set<LogicalPath> keepOld(List<PublishRow> batch) {
        var holders = new LinkedHashMap<Sha256, List<PublishRow>>();
        for (var row : batch) {
            if (row.keep() && row.found() != null) {
                holders.computeIfAbsent(row.found().sha256(), content -> new ArrayList<>())
                        .add(row);
            }
        }
        var safe = Collections.synchronizedSet(new HashSet<LogicalPath>());
        if (holders.isEmpty()) {
            return safe;
        }
        var durable = Collections.synchronizedList(new ArrayList<Long>());
        var copies = rows.copying(lease.check(), List.copyOf(holders.keySet()));
        InFlight.forEach(IN_FLIGHT, copies, copy -> {
            var rowsOfContent = holders.getOrDefault(copy.content(), List.of());
            if (rowsOfContent.stream().anyMatch(row -> copyOld(row, copy.key()))) {
                durable.add(copy.copy());
                rowsOfContent.forEach(row -> safe.add(row.path()));
            }
        });
        store.settle();
        rows.durable(lease.check(), List.copyOf(durable));
        return safe;
    }

    private boolean copyOld(PublishRow row, Key to) {
        var found = row.found();
        if (found == null) {
            return false;
        }
        var held = lease.check();
        try {
            store.copy(row.live(), found.etag(), to);
            return true;
        } catch (StoreException.Changed e) {
            return keepChanged(row, found, to);
        } catch (StoreException.Missing e) {
            rows.drifted(held, row.path(), "the file is gone from the bucket");
            return false;
        } catch (StoreException.InDoubt e) {
            return store.head(to).map(there -> there.size() == found.size()).orElse(false);
        }
    }

    /// The etag is another one: fine if only the file's time was touched, drift if its bytes were.
    private boolean keepChanged(PublishRow row, PublishRow.Found found, Key to) {
        var held = lease.check();
        var look = new LiveTree(store, rows, held.dataset()).look(row, row.live());
        if (look instanceof LiveTree.Look.Ours ours && ours.content().equals(found.sha256())) {
            store.copy(row.live(), ours.etag(), to);
            return true;
        }
        rows.drifted(held, row.path(), "the file was changed in the bucket");
        return false;
    }

    private void publish(PublishRow row, LiveTree live, List<PublishRows.Mark> marks) {
        var held = lease.check();
        var look = live.look(row, row.live());
        switch (look) {
            case LiveTree.Look.Foreign() ->
                rows.drifted(held, row.path(), "the bucket holds a file there that Gotgan never put");
            case LiveTree.Look.Empty() -> bring(row, marks);
            case LiveTree.Look.Ours ours -> {
                var wanted = row.wanted();
                if (wanted != null && wanted.sha256().equals(ours.content())) {
                    marks.add(new PublishRows.Mark(row.path(), ours.content(), ours.etag()));
                } else {
                    bring(row, marks);
                }
            }
        }
    }

    private void bring(PublishRow row, List<PublishRows.Mark> marks) {
        var wanted = row.wanted();
        try {
            if (wanted == null) {
                store.delete(List.of(row.live()));
                marks.add(new PublishRows.Mark(row.path(), null, null));
            } else if (row.source() == null) {
                rows.drifted(lease.check(), row.path(), "no copy of the file is left to put there");
            } else {
                var etag = store.copy(row.source(), null, row.live());
                marks.add(new PublishRows.Mark(row.path(), wanted.sha256(), etag));
            }
        } catch (StoreException.Obstructed e) {
            rows.drifted(lease.check(), row.path(), "a file stands where a folder must be, or the other way round");
        } catch (StoreException.InDoubt e) {
            rows.inDoubt(lease.check(), row.path(), timing.inDoubt());
        }
    }
}
