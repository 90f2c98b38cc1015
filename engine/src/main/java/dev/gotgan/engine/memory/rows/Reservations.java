package dev.gotgan.engine.memory.rows;

import dev.gotgan.engine.commit.SessionId;
import dev.gotgan.engine.content.LogicalPath;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Who holds which path of one dataset. Paths are compared in folded case and along their folders, so that no
/// two holders can bring about a tree that a case-blind disk or a folder structure can't hold.
public final class Reservations {
    private static final class Place {
        final SessionId holder;
        /// Path to whether the publisher holds it for a session that has ended.
        final Map<LogicalPath, Boolean> byPublisher = new HashMap<>();

        Place(SessionId holder) {
            this.holder = holder;
        }
    }

    private final TreeMap<String, Place> places = new TreeMap<>();

    /// The session in whose name `path` is held against `wanting`.
    public Optional<SessionId> findHolder(LogicalPath path, SessionId wanting) {
        var folded = path.folded();
        var kin = Kin.in(places, folded);
        var same = places.get(folded);
        if (same != null) {
            kin.put(folded, same);
        }
        return kin.values().stream()
                .map(place -> place.holder)
                .filter(holder -> !holder.equals(wanting))
                .findFirst();
    }

    public boolean isEmpty() {
        return places.isEmpty();
    }

    public void hold(LogicalPath path, SessionId session) {
        places.computeIfAbsent(path.folded(), key -> new Place(session))
                .byPublisher
                .put(path, false);
    }

    /// Ends all that a session holds itself.
    public void end(SessionId session) {
        places.values().removeIf(place -> {
            if (place.holder.equals(session)) {
                place.byPublisher.values().removeIf(publisher -> !publisher);
            }
            return place.byPublisher.isEmpty();
        });
    }

    /// From its session to the publisher, who ends it when the live key is as the head wants it.
    public void leaveToPublisher(LogicalPath path) {
        var place = places.get(path.folded());
        if (place != null) {
            place.byPublisher.replace(path, true);
        }
    }

    public void endOfPublisher(LogicalPath path) {
        var folded = path.folded();
        var place = places.get(folded);
        if (place != null) {
            place.byPublisher.remove(path, true);
            if (place.byPublisher.isEmpty()) {
                places.remove(folded);
            }
        }
    }
}
