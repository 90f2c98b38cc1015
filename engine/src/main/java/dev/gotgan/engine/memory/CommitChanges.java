package dev.gotgan.engine.memory;

import dev.gotgan.engine.commit.CommitLog;
import dev.gotgan.engine.commit.CommitPlan;
import dev.gotgan.engine.commit.CommitRefused;
import dev.gotgan.engine.commit.Committed;
import dev.gotgan.engine.commit.Head;
import dev.gotgan.engine.content.FileEntry;
import dev.gotgan.engine.content.LogicalPath;
import dev.gotgan.engine.memory.rows.CatalogRows;
import dev.gotgan.engine.memory.rows.Copies;
import dev.gotgan.engine.memory.rows.DatasetRows;
import dev.gotgan.engine.memory.rows.SessionRow;
import dev.gotgan.engine.memory.rows.SessionRow.Wish;
import java.time.Instant;
import java.util.HashSet;
import java.util.Objects;

/// One commit of an open session: checked, then written.
final class CommitChanges {
    private final CatalogRows all;
    private final SessionRow session;
    private final DatasetRows dataset;
    private final Instant now;

    private long added;
    private long changed;
    private long removed;

    CommitChanges(CatalogRows all, SessionRow session, DatasetRows dataset) {
        this.all = all;
        this.session = session;
        this.dataset = dataset;
        this.now = all.now();
    }

    Committed of(CommitPlan plan) {
        if (!session.wishes.isEmpty()) {
            check(plan);
            dataset.superseded.put(dataset.head.generation(), now);
            dataset.head = next(plan);
            session.wishes.forEach(this::write);
            dataset.analysed(plan.analysis(), plan.images());
            dataset.metadata.committed(plan.analysis(), now);
            dataset.history.add(entry());
        }
        dataset.metadata.goLive();
        endSession();
        return new Committed(dataset.head, added, changed, removed, now);
    }

    private void check(CommitPlan plan) {
        if (plan.base() != dataset.head.generation()) {
            throw new CommitRefused.BaseMoved(plan.base(), dataset.head.generation());
        }
        session.wishes.forEach((path, wish) -> {
            boolean there = switch (wish) {
                case Wish.Gone() -> true;
                case Wish.Direct direct -> direct.sealed() != null;
                case Wish.Pinned pinned -> pinned.copy().state() == Copies.State.DURABLE;
                case Wish.Staged staged -> staged.copy().sealed && staged.copy().state() == Copies.State.UPLOADING;
            };
            if (!there) {
                throw new CommitRefused.Unsealed(path);
            }
        });
    }

    private Head next(CommitPlan plan) {
        var old = dataset.head;
        return new Head(
                old.dataset(),
                old.storagePath(),
                old.generation() + 1,
                old.version(),
                plan.contentHash(),
                plan.files(),
                plan.bytes());
    }

    private void write(LogicalPath path, Wish wish) {
        var published = dataset.published.row(path);
        published.change();
        switch (wish) {
            case Wish.Gone() -> {
                removed++;
                dataset.files.close(path.value(), dataset.head.generation());
            }
            case Wish.Direct direct -> {
                put(direct.file());
                published.lies(direct.file(), Objects.requireNonNull(direct.sealed()));
            }
            case Wish.Pinned pinned -> put(pinned.file());
            case Wish.Staged staged -> {
                put(staged.file());
                staged.copy().durable();
            }
        }
    }

    private void put(FileEntry file) {
        var path = file.path().value();
        if (dataset.files.findLive(path).isPresent()) {
            changed++;
        } else {
            added++;
        }
        dataset.files.put(path, file, dataset.head.generation());
    }

    private CommitLog.Entry entry() {
        var opened = session.opened;
        return new CommitLog.Entry(
                dataset.head.generation(),
                all.name(opened.actor()),
                now,
                opened.kind().wire(),
                opened.message(),
                added,
                changed,
                removed,
                dataset.head.contentHash().hex());
    }

    /// What the session brought and no row uses goes; what it may have put at live keys is the publisher's to
    /// settle.
    private void endSession() {
        session.uploads.values().stream()
                .filter(copy -> copy.state() == Copies.State.UPLOADING)
                .forEach(copy -> copy.doom(now));
        var left = new HashSet<>(session.direct);
        left.removeAll(session.wishes.keySet());
        for (var path : left) {
            all.leaveToPublisher(dataset, path);
        }
        dataset.reservations.end(session.id);
    }
}
