package dev.gotgan.engine.upload;

import dev.gotgan.engine.commit.Planned;
import dev.gotgan.engine.commit.SessionId;
import dev.gotgan.engine.commit.WriteSessions;
import dev.gotgan.engine.content.ContentSource;
import dev.gotgan.engine.content.LogicalPath;
import dev.gotgan.engine.content.Sha256;
import dev.gotgan.engine.store.Etag;
import dev.gotgan.engine.store.Key;
import dev.gotgan.engine.store.ObjectStore;
import dev.gotgan.engine.store.StoreException;
import dev.gotgan.engine.upload.survey.Survey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Pass 2: puts the planned files into the store, straight from the source.
final class SendUpload {
    /// Every upload of the session's plan is in the store, acknowledged but not yet durable.
    record Sent(SessionId session, List<WriteSessions.Sealed> uploads) {}

    private final ObjectStore store;
    private final WriteSessions sessions;

    SendUpload(ObjectStore store, WriteSessions sessions) {
        this.store = store;
        this.sessions = sessions;
    }

    /// Each key is written once, however many paths share it. A foreign object at a direct key is left alone:
    /// the path
    /// is planned again, which stages it.
    Sent from(Survey survey, OpenedUpload opened) {
        var sent = new ConcurrentLinkedQueue<WriteSessions.Sealed>();
        var foreign = new ConcurrentLinkedQueue<Planned.Upload>();
        send(survey, opened.plan(), sent, foreign);
        if (!foreign.isEmpty()) {
            var again = foreign.stream().map(Planned.Upload::file).toList();
            send(survey, sessions.restage(opened.session(), again), sent, foreign);
        }
        return new Sent(opened.session(), List.copyOf(sent));
    }

    private void send(
            Survey survey, List<Planned> plan, Queue<WriteSessions.Sealed> sent, Queue<Planned.Upload> foreign) {
        var wanted = wanted(survey, plan);
        try {
            survey.source().forEach(wanted.keySet(), (path, bytes) -> {
                var upload = wanted.get(path);
                if (upload == null) {
                    throw new IllegalStateException("nobody asked for " + path);
                }
                put(upload, bytes)
                        .ifPresentOrElse(
                                etag -> sent.add(new WriteSessions.Sealed(upload.path(), etag)),
                                () -> foreign.add(upload));
            });
        } catch (IOException e) {
            throw new UncheckedIOException("the upload can't be read again from its spool", e);
        }
    }

    private static Map<LogicalPath, Planned.Upload> wanted(Survey survey, List<Planned> plan) {
        var keys = new HashSet<Key>();
        var wanted = new HashMap<LogicalPath, Planned.Upload>();
        for (var each : plan) {
            if (each instanceof Planned.Upload upload && keys.add(upload.key())) {
                wanted.put(survey.inSource(upload.path()), upload);
            }
        }
        return wanted;
    }

    /// Empty if something else is at the key.
    private Optional<Etag> put(Planned.Upload upload, ContentSource bytes) {
        var file = upload.file();
        try {
            return Optional.of(store.create(upload.key(), file.sha256(), file.size(), bytes));
        } catch (StoreException.Exists e) {
            return arrived(upload);
        } catch (StoreException.InDoubt e) {
            return Optional.of(arrived(upload).orElseThrow(() -> new StoreException.Unavailable(upload.key(), e)));
        }
    }

    /// What is at the key, if it is the content that was sent: looked at, never believed.
    private Optional<Etag> arrived(Planned.Upload upload) {
        var there = store.head(upload.key());
        if (there.isEmpty() || there.get().size() != upload.file().size()) {
            return Optional.empty();
        }
        var etag = there.get().etag();
        try (var bytes = store.read(upload.key(), 0, etag)) {
            return Sha256.hash(bytes).equals(upload.file().sha256()) ? Optional.of(etag) : Optional.empty();
        } catch (IOException e) {
            throw new StoreException.Unavailable(upload.key(), e);
        }
    }
}
