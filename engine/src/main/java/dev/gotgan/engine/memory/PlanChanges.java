package dev.gotgan.engine.memory;

import dev.gotgan.engine.commit.Change;
import dev.gotgan.engine.commit.CommitRefused;
import dev.gotgan.engine.commit.NewSession;
import dev.gotgan.engine.commit.Planned;
import dev.gotgan.engine.commit.WriteSessions;
import dev.gotgan.engine.content.FileEntry;
import dev.gotgan.engine.content.LogicalPath;
import dev.gotgan.engine.content.Sha256;
import dev.gotgan.engine.content.Utf8Order;
import dev.gotgan.engine.memory.rows.CatalogRows;
import dev.gotgan.engine.memory.rows.Copies;
import dev.gotgan.engine.memory.rows.DatasetRows;
import dev.gotgan.engine.memory.rows.Kin;
import dev.gotgan.engine.memory.rows.SessionRow;
import dev.gotgan.engine.memory.rows.SessionRow.Wish;
import dev.gotgan.engine.store.StoreLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/// One plan call: everything is checked first, then reserved and classified.
final class PlanChanges {
    private final CatalogRows all;
    private final SessionRow session;
    private final DatasetRows dataset;
    private final Keys keys;

    /// Which keys a plan may give out.
    enum Keys {
        LIVE_OR_HISTORY,
        HISTORY
    }

    PlanChanges(CatalogRows all, SessionRow session, Keys keys) {
        this.all = all;
        this.session = session;
        this.dataset = all.changeable(session.opened.dataset());
        this.keys = keys;
    }

    List<Planned> of(List<Change> changes) {
        changes.forEach(change -> checkFree(change.path()));
        checkTree(changes);
        var planned = new ArrayList<Planned>();
        changes.forEach(change -> planned.add(plan(change)));
        return planned;
    }

    private void checkFree(LogicalPath path) {
        dataset.reservations.findHolder(path, session.id).ifPresent(holder -> {
            var other = all.session(holder);
            var person = all.name(other.opened.actor());
            var until = other.lastCall.plus(WriteSessions.LIFE);
            throw other.state == SessionRow.State.OPEN && until.isAfter(all.now())
                    ? CommitRefused.PathHeld.open(path, holder, person, until)
                    : CommitRefused.PathHeld.ended(path, holder, person);
        });
    }

    /// No file may stand where another, of the head or of this session, needs a folder.
    private void checkTree(List<Change> changes) {
        var wanted = new TreeMap<String, Optional<LogicalPath>>(Utf8Order.COMPARATOR);
        session.wishes.forEach((path, wish) ->
                wanted.put(path.value(), wish instanceof Wish.Gone ? Optional.empty() : Optional.of(path)));
        for (var change : changes) {
            var path = change.path();
            wanted.put(path.value(), change instanceof Change.Put ? Optional.of(path) : Optional.empty());
        }
        for (var change : changes) {
            if (change instanceof Change.Put) {
                checkKin(change.path(), wanted);
            }
        }
    }

    private void checkKin(LogicalPath path, NavigableMap<String, Optional<LogicalPath>> wanted) {
        for (var kin : Kin.in(wanted, path.value()).values()) {
            kin.ifPresent(other -> {
                throw new CommitRefused.Collision(path, other);
            });
        }
        for (var kin : dataset.files.kin(path.value())) {
            if (!wanted.containsKey(kin)) {
                dataset.files.findLive(kin).ifPresent(other -> {
                    throw new CommitRefused.Collision(path, other.path());
                });
            }
        }
    }

    private Planned plan(Change change) {
        var path = change.path();
        var live = dataset.files.findLive(path.value());
        return switch (change) {
            case Change.Remove remove -> live.isEmpty() ? leave(path) : remove(path);
            case Change.Put put -> holds(live, put.file().sha256()) ? leave(path) : put(put.file());
        };
    }

    private static boolean holds(Optional<FileEntry> live, Sha256 content) {
        return live.map(FileEntry::sha256).filter(content::equals).isPresent();
    }

    private Planned leave(LogicalPath path) {
        session.wishes.remove(path);
        if (session.opened.driver() == NewSession.Driver.CLIENT) {
            session.unchanged.add(path);
        }
        return new Planned.Unchanged(path);
    }

    private Planned remove(LogicalPath path) {
        wish(path, new Wish.Gone());
        return new Planned.Removal(path);
    }

    private Planned put(FileEntry file) {
        dataset.planned.add(file);
        var durable = dataset.copies.findDurable(file.sha256());
        if (durable.isPresent()) {
            wish(file.path(), new Wish.Pinned(file, durable.get()));
            return new Planned.Present(file);
        }
        if (keys == Keys.HISTORY) {
            return staged(file);
        }
        if (mayGoDirect(file.path())) {
            return direct(new Wish.Direct(file, null));
        }
        return goesDirect(file).map(this::direct).orElseGet(() -> staged(file));
    }

    /// The same wish made before.
    private Optional<Wish.Direct> goesDirect(FileEntry file) {
        return session.wishes.get(file.path()) instanceof Wish.Direct direct
                        && direct.file().equals(file)
                ? Optional.of(direct)
                : Optional.empty();
    }

    /// Nothing was ever committed and nobody ever wrote there: only then can no reader and no request be
    /// disturbed.
    private boolean mayGoDirect(LogicalPath path) {
        return dataset.head.generation() == 0 && dataset.published.untouched(path);
    }

    private Planned direct(Wish.Direct wish) {
        var file = wish.file();
        dataset.published.row(file.path()).raiseQuiet(all.now().plus(all.timing.quiet()));
        session.direct.add(file.path());
        wish(file.path(), wish);
        if (wish.sealed() != null) {
            return new Planned.Present(file);
        }
        var key = StoreLayout.live(dataset.head.storagePath(), file.path());
        return new Planned.Upload(file, key, Planned.Target.DIRECT);
    }

    private Planned staged(FileEntry file) {
        var copy = session.uploads.computeIfAbsent(
                file.sha256(), content -> dataset.copies.make(content, Copies.State.UPLOADING, all.now()));
        wish(file.path(), new Wish.Staged(file, copy));
        return copy.sealed ? new Planned.Present(file) : new Planned.Upload(file, copy.key, Planned.Target.STAGED);
    }

    private void wish(LogicalPath path, Wish wish) {
        dataset.reservations.hold(path, session.id);
        session.unchanged.remove(path);
        session.wishes.put(path, wish);
    }
}
