package dev.gotgan.engine.direct.live;

import dev.gotgan.engine.commit.Planned;
import dev.gotgan.engine.commit.Tree;
import dev.gotgan.engine.commit.WriteSessions;
import dev.gotgan.engine.commit.WriteSessions.OpenSession;
import dev.gotgan.engine.content.Sha256;
import dev.gotgan.engine.store.Etag;
import dev.gotgan.engine.store.InFlight;
import dev.gotgan.engine.store.Key;
import dev.gotgan.engine.store.ObjectStore;
import dev.gotgan.engine.store.StoreException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;

/// A file that was renamed is not sent again: what the live tree holds at its old path is copied to the key of the
/// upload. The copy is asked for under the etag that Gotgan knows, so it is that content or there is none.
public final class TakeFromLive {
    private static final int IN_FLIGHT = 32;
    /// As much as a store copies before whoever planned loses patience; the rest is sent.
    private static final long MOST_BYTES = 1 << 30;
    /// What is copied under one hold: whoever ends the session waits for it, and so does the dataset.
    private static final int HELD_FILES = 4 * IN_FLIGHT;

    private static final long HELD_BYTES = 64 << 20;

    private final Tree tree;
    private final ObjectStore store;
    private final WriteSessions sessions;

    public TakeFromLive(Tree tree, ObjectStore store, WriteSessions sessions) {
        this.tree = tree;
        this.store = store;
        this.sessions = sessions;
    }

    private record Taken(Planned.Upload upload, Etag etag) {}

    /* A copy that lands after its session has ended would lie at a key that was cleared away, and no row would know of it.
    So the session is held while copies are under way: a few at a time, for an end to come in between. */

    /// Copies and seals what it can of `uploads`, all of them to history keys.
    ///
    /// @throws dev.gotgan.engine.commit.CommitRefused.SessionGone it has ended, and its copies go with it
    /// @return the keys that hold their content now
    public Set<Key> of(OpenSession session, Collection<Planned.Upload> uploads) {
        var wanted = new LinkedHashMap<Sha256, Planned.Upload>();
        uploads.forEach(upload -> wanted.putIfAbsent(upload.file().sha256(), upload));
        var live = wanted.isEmpty()
                ? Map.<Sha256, Tree.Live>of()
                : tree.findLive(session.opened().dataset(), wanted.keySet());
        wanted.keySet().retainAll(live.keySet());
        var taken = new ConcurrentLinkedQueue<Taken>();
        for (var some : batches(upTo(MOST_BYTES, wanted.values()))) {
            try (var _ = sessions.hold(session.id())) {
                InFlight.forEach(IN_FLIGHT, some, upload -> {
                    var source = live.get(upload.file().sha256());
                    if (source != null) {
                        copy(source, upload.key()).ifPresent(etag -> taken.add(new Taken(upload, etag)));
                    }
                });
            }
        }
        return taken.isEmpty() ? Set.of() : seal(session, taken);
    }

    private static List<Planned.Upload> upTo(long most, Collection<Planned.Upload> uploads) {
        var fitting = new ArrayList<Planned.Upload>();
        long left = most;
        for (var upload : uploads) {
            if (upload.file().size() <= left) {
                left -= upload.file().size();
                fitting.add(upload);
            }
        }
        return fitting;
    }

    private static List<List<Planned.Upload>> batches(List<Planned.Upload> uploads) {
        var batches = new ArrayList<List<Planned.Upload>>();
        var batch = new ArrayList<Planned.Upload>();
        long bytes = 0;
        for (var upload : uploads) {
            bytes += upload.file().size();
            if (!batch.isEmpty() && (batch.size() == HELD_FILES || bytes > HELD_BYTES)) {
                batches.add(List.copyOf(batch));
                batch.clear();
                bytes = upload.file().size();
            }
            batch.add(upload);
        }
        if (!batch.isEmpty()) {
            batches.add(batch);
        }
        return batches;
    }

    /// Nothing where somebody changed the file in the bucket, or the answer was lost: then the client sends it.
    private Optional<Etag> copy(Tree.Live source, Key to) {
        try {
            return Optional.of(store.copy(source.key(), source.etag(), to));
        } catch (StoreException.Changed | StoreException.Missing | StoreException.InDoubt e) {
            return Optional.empty();
        }
    }

    private Set<Key> seal(OpenSession session, Collection<Taken> taken) {
        store.settle();
        sessions.seal(
                session.id(),
                taken.stream()
                        .map(each -> new WriteSessions.Sealed(each.upload().path(), each.etag()))
                        .toList());
        return taken.stream().map(each -> each.upload().key()).collect(Collectors.toUnmodifiableSet());
    }
}
