package dev.gotgan.engine.direct;

import dev.gotgan.engine.commit.Planned;
import dev.gotgan.engine.commit.SessionId;
import dev.gotgan.engine.commit.WriteSessions;
import dev.gotgan.engine.content.FileEntry;
import dev.gotgan.engine.content.LogicalPath;
import dev.gotgan.engine.store.InFlight;
import dev.gotgan.engine.store.Key;
import dev.gotgan.engine.store.ObjectStore;
import dev.gotgan.engine.store.StoreTrust;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Seals what has arrived so far. May be called at any time and again: what is sealed is not looked at twice.
public final class SealArrived {
    private static final int IN_FLIGHT = 32;
    /// From so many on, a listing tells sooner and for less.
    private static final int MANY = 200;

    private final WriteSessions sessions;
    private final ObjectStore store;
    private final StoreTrust trust;
    private final Arrivals arrivals;

    /// @param trust whether a listing tells the etags that a single question would
    public SealArrived(WriteSessions sessions, ObjectStore store, StoreTrust trust, Arrivals arrivals) {
        this.sessions = sessions;
        this.trust = trust;
        this.store = store;
        this.arrivals = arrivals;
    }

    /// What a session still lacks.
    ///
    /// @param missing in path order; each was not sent, or has to be sent to another key: plan it again
    public record Sealed(SessionId session, List<LogicalPath> missing) {}

    /// One question for each key at most, however many paths share it.
    public Sealed of(SessionId session) {
        var awaited = awaited(session);
        Look look =
                awaited.size() >= MANY && trust.isEtagMd5() ? new LookByListing(store, awaited.keySet()) : store::head;
        var sealed = new ConcurrentLinkedQueue<WriteSessions.Sealed>();
        var foreign = new ConcurrentLinkedQueue<FileEntry>();
        var missing = new ConcurrentLinkedQueue<LogicalPath>();
        InFlight.forEach(IN_FLIGHT, awaited.values(), uploads -> {
            var first = uploads.getFirst();
            try {
                arrivals.find(session, first, look)
                        .ifPresentOrElse(
                                etag -> sealed.add(new WriteSessions.Sealed(first.path(), etag)),
                                () -> uploads.forEach(each -> missing.add(each.path())));
            } catch (Arrivals.Foreign e) {
                uploads.forEach(each -> foreign.add(each.file()));
            }
        });
        if (!sealed.isEmpty()) {
            store.settle();
            sessions.seal(session, List.copyOf(sealed));
        }
        if (!foreign.isEmpty()) {
            sessions.restage(session, List.copyOf(foreign));
            foreign.forEach(file -> missing.add(file.path()));
        }
        return new Sealed(session, missing.stream().sorted().toList());
    }

    private Map<Key, List<Planned.Upload>> awaited(SessionId session) {
        var awaited = new HashMap<Key, List<Planned.Upload>>();
        sessions.forEachWanted(session, wanted -> {
            var upload = wanted.upload();
            if (upload != null && !wanted.sealed()) {
                awaited.computeIfAbsent(upload.key(), key -> new ArrayList<>()).add(upload);
            }
        });
        return awaited;
    }
}
