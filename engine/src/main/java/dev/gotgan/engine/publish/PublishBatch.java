package dev.gotgan.engine.publish;

import dev.gotgan.engine.commit.Timing;
import dev.gotgan.engine.content.LogicalPath;
import dev.gotgan.engine.content.Sha256;
import dev.gotgan.engine.store.InFlight;
import dev.gotgan.engine.store.Key;
import dev.gotgan.engine.store.StoreException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Publishes up to a thousand paths: keep what is still needed, remove, overwrite, mark.
final class PublishBatch {
    private final PublishRows rows;
    private final Timing timing;
    private final HeldLease lease;
    private final LiveTree live;
    private final int inFlight;

    PublishBatch(PublishRows rows, Timing timing, HeldLease lease, int inFlight) {
        this.rows = rows;
        this.timing = timing;
        this.lease = lease;
        this.live = new LiveTree(rows, lease);
        this.inFlight = inFlight;
    }

    void run(List<PublishRow> batch) {
        var kept = keepOld(batch);
        var marks = Collections.synchronizedList(new ArrayList<PublishRows.Mark>());
        var ready = batch.stream()
                .filter(row -> !row.keep() || kept.contains(row.path()))
                .toList();
        var removals = ready.stream().filter(row -> row.wanted() == null).toList();
        var writes = ready.stream().filter(row -> row.wanted() != null).toList();
        // A file may have to make room for a folder of the same name, so removals come first.
        InFlight.forEach(inFlight, removals, row -> publish(row, marks));
        InFlight.forEach(inFlight, writes, row -> publish(row, marks));
        lease.store().settle();
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
        if (holders.isEmpty()) {
            return Set.of();
        }
        var arrived = Collections.synchronizedList(new ArrayList<PublishRows.Copying>());
        var copies = rows.copying(lease.check(), List.copyOf(holders.keySet()));
        InFlight.forEach(inFlight, copies, copy -> {
            var rowsOfContent = holders.getOrDefault(copy.content(), List.of());
            if (rowsOfContent.stream().anyMatch(row -> copyOld(row, copy.key()))) {
                arrived.add(copy);
            }
        });
        lease.store().settle();
        var durable = rows.durable(
                lease.check(), arrived.stream().map(PublishRows.Copying::copy).toList());
        return arrived.stream()
                .filter(copy -> durable.contains(copy.copy()))
                .flatMap(copy -> holders.getOrDefault(copy.content(), List.of()).stream())
                .map(PublishRow::path)
                .collect(Collectors.toSet());
    }

    private boolean copyOld(PublishRow row, Key to) {
        var found = row.found();
        if (found == null) {
            return false;
        }
        try {
            lease.store().copy(row.live(), found.etag(), to);
            return true;
        } catch (StoreException.Changed e) {
            return keepChanged(row, found, to);
        } catch (StoreException.Missing e) {
            rows.drifted(lease.check(), row.path(), "the file is gone from the bucket");
            return false;
        } catch (StoreException.InDoubt e) {
            return lease.store()
                    .head(to)
                    .map(there -> there.size() == found.size())
                    .orElse(false);
        }
    }

    /// The etag is another one: fine if only the file's time was touched, drift if its bytes were.
    private boolean keepChanged(PublishRow row, PublishRow.Found found, Key to) {
        var look = live.look(row, row.live());
        if (look instanceof LiveTree.Look.Ours ours && ours.content().equals(found.sha256())) {
            lease.store().copy(row.live(), ours.etag(), to);
            return true;
        }
        rows.drifted(lease.check(), row.path(), "the file was changed in the bucket");
        return false;
    }

    private void publish(PublishRow row, List<PublishRows.Mark> marks) {
        var look = live.look(row, row.live());
        switch (look) {
            case LiveTree.Look.Foreign() ->
                rows.drifted(lease.check(), row.path(), "the bucket holds a file there that Gotgan never put");
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
                lease.store().delete(List.of(row.live()));
                marks.add(new PublishRows.Mark(row.path(), null, null));
            } else if (row.source() == null) {
                rows.drifted(lease.check(), row.path(), "no copy of the file is left to put there");
            } else {
                var etag = lease.store().copy(row.source(), null, row.live());
                marks.add(new PublishRows.Mark(row.path(), wanted.sha256(), etag));
            }
        } catch (StoreException.Obstructed e) {
            rows.obstructed(lease.check(), row.path(), "a file stands where a folder must be, or the other way round");
        } catch (StoreException.InDoubt e) {
            rows.inDoubt(lease.check(), row.path(), timing.inDoubt());
        }
    }
}
