package dev.gotgan.server.web.live;

import dev.gotgan.engine.commit.SessionId;
import dev.gotgan.engine.commit.WriteSessions;
import dev.gotgan.engine.commit.WriteSessions.OpenSession;
import dev.gotgan.engine.dataset.Actor;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// The progress of uploads that this server takes in.
public final class UploadsUnderWay {
    private static final int MOST = 10_000;

    private final WriteSessions sessions;
    private final Tell tell;
    private final LongSupplier nanos;

    @SuppressWarnings("serial") // never written
    private final Map<SessionId, UploadProgress> clients = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<SessionId, UploadProgress> eldest) {
            return size() > MOST; // of sessions that nobody ended: begins anew when something comes
        }
    };

    public UploadsUnderWay(WriteSessions sessions, Tell tell, LongSupplier nanos) {
        this.sessions = sessions;
        this.tell = tell;
        this.nanos = nanos;
    }

    /// One that comes in a single request.
    ///
    /// @param name what the client calls it; null, or no UUID: it gets a name that nobody knows
    public UploadProgress begin(@Nullable String name, Actor actor) {
        var sender = actor.findId().<Audience>map(Audience.Only::new).orElse(new Audience.AndAdmins(Set.of()));
        return new UploadProgress(uuid(name).toString(), tell, nanos, sender);
    }

    private static UUID uuid(@Nullable String name) {
        try {
            return name == null ? UUID.randomUUID() : UUID.fromString(name);
        } catch (IllegalArgumentException e) {
            return UUID.randomUUID();
        }
    }

    /// One that a client drives, as it is known now.
    public UploadProgress of(OpenSession session) {
        long sealed = known(session.id()).isPresent()
                ? 0
                : sessions.settled(session.id()).sealed();
        var progress = made(session);
        progress.known(sealed, session.files(), session.bytes());
        return progress;
    }

    /// The same, of whose session nothing was read yet; empty if it has ended.
    public Optional<UploadProgress> find(SessionId session) {
        return known(session).or(() -> sessions.find(session).map(this::of));
    }

    private Optional<UploadProgress> known(SessionId session) {
        synchronized (clients) {
            return Optional.ofNullable(clients.get(session));
        }
    }

    private UploadProgress made(OpenSession session) {
        synchronized (clients) {
            return clients.computeIfAbsent(session.id(), id -> {
                var dataset = session.opened().dataset();
                var fresh = new UploadProgress(id.toString(), tell, nanos, Audience.editors(dataset));
                fresh.into(dataset);
                return fresh;
            });
        }
    }

    /// Tells its last word, if anything was ever told of it.
    public void end(SessionId session, UploadProgress.Step last) {
        UploadProgress gone;
        synchronized (clients) {
            gone = clients.remove(session);
        }
        if (gone != null) {
            gone.step(last);
        }
    }
}
