package dev.gotgan.engine.memory.rows;

import dev.gotgan.engine.commit.CommitRefused;
import dev.gotgan.engine.commit.SessionId;
import dev.gotgan.engine.commit.Timing;
import dev.gotgan.engine.content.LogicalPath;
import dev.gotgan.engine.content.Sha256;
import dev.gotgan.engine.dataset.Access;
import dev.gotgan.engine.dataset.Actor;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.dataset.UserId;
import dev.gotgan.engine.people.Accounts;
import dev.gotgan.engine.people.ApiToken;
import dev.gotgan.engine.people.AuditLog;
import dev.gotgan.engine.store.doctor.StoreReport;
import dev.gotgan.engine.task.Task;
import dev.gotgan.engine.task.TaskId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/// All rows, and the one lock that makes each call of a port a transaction: it checks everything before it
/// changes anything, so a refusal leaves nothing behind.
public final class CatalogRows {
    /// Somebody who is signed in.
    public record Browser(UserId person, Instant used) {}

    public final Map<DatasetId, DatasetRows> datasets = new LinkedHashMap<>();
    public final Map<SessionId, SessionRow> sessions = new LinkedHashMap<>();
    public final Set<DatasetId> tombstones = new HashSet<>();
    /// Tombstones of datasets that may still have objects in their history.
    public final Set<DatasetId> withHistory = new LinkedHashSet<>();
    public final Map<UserId, Accounts.Login> people = new LinkedHashMap<>();
    public final Map<Integer, TeamRow> organizations = new HashMap<>();
    public final Map<Long, InvitationRow> invitations = new LinkedHashMap<>();
    public final Map<Sha256, ApiToken> tokens = new HashMap<>();
    public final Map<Sha256, Browser> browsers = new HashMap<>();
    public final Map<String, StoreReport> storeReports = new HashMap<>();
    public final Map<TaskId, Task> tasks = new HashMap<>();
    public final List<AuditLog.Entry> audit = new ArrayList<>();
    public final AtomicInteger personIds = new AtomicInteger();
    public final AtomicLong tokenIds = new AtomicLong();
    public final AtomicLong invitationIds = new AtomicLong();
    public final FactRows facts = new FactRows();
    public final AtomicLong copyIds = new AtomicLong();
    public final Timing timing;

    private final InstantSource clock;
    private final ReentrantLock lock = new ReentrantLock();

    public CatalogRows(InstantSource clock, Timing timing) {
        this.clock = clock;
        this.timing = timing;
    }

    public <T> T in(Supplier<T> transaction) {
        lock.lock();
        try {
            return transaction.get();
        } finally {
            lock.unlock();
        }
    }

    /// The lock, until the result is called, for the thread that took it.
    public Runnable hold() {
        lock.lock();
        return lock::unlock;
    }

    public void run(Runnable transaction) {
        in(() -> {
            transaction.run();
            return true;
        });
    }

    public Instant now() {
        return clock.instant();
    }

    public Optional<DatasetRows> find(DatasetId dataset) {
        return Optional.ofNullable(datasets.get(dataset));
    }

    /// The rows of a dataset that takes changes.
    public DatasetRows changeable(DatasetId dataset) {
        return find(dataset)
                .filter(rows -> switch (rows.metadata.state) {
                    case NEW, LIVE -> true;
                    case TRASH, DELETING -> false;
                })
                .orElseThrow(() -> new CommitRefused.DatasetGone(dataset.value()));
    }

    /// What the rule of rights asks of a dataset and a caller.
    public Access access(Metadata metadata, Actor caller) {
        var person = caller.findId();
        var organization = metadata.organization;
        var team = organization == null ? null : organizations.get(organization);
        return new Access(
                metadata.visibility,
                metadata.owner,
                person.flatMap(metadata::findRole).orElse(null),
                team != null && person.filter(team.members::containsKey).isPresent());
    }

    /// Drops every row of a dataset but its tombstone.
    public void forget(DatasetRows rows) {
        datasets.remove(rows.id);
        sessions.values().removeIf(session -> session.opened.dataset().equals(rows.id));
        invitations.values().removeIf(row -> row.invitation.dataset().equals(rows.id));
    }

    public SessionRow session(SessionId session) {
        var row = sessions.get(session);
        if (row == null) {
            throw new CommitRefused.SessionGone(session);
        }
        return row;
    }

    /// An open session, which this call keeps alive.
    public SessionRow openSession(SessionId session) {
        var row = session(session);
        if (row.state != SessionRow.State.OPEN) {
            throw new CommitRefused.SessionGone(session);
        }
        row.lastCall = now();
        return row;
    }

    /// A display name; empty for Gotgan itself and whoever is unknown.
    public String name(Actor actor) {
        return actor.findId()
                .flatMap(id -> Optional.ofNullable(people.get(id)))
                .map(login -> login.account().name())
                .orElse("");
    }

    /// Ends an open session without a commit.
    public void abort(SessionRow session) {
        if (session.state != SessionRow.State.OPEN) {
            return;
        }
        session.state = SessionRow.State.ABORTED;
        var rows = datasets.get(session.opened.dataset());
        if (rows == null) {
            return;
        }
        session.uploads.values().forEach(copy -> copy.doom(now()));
        for (var path : session.direct) {
            leaveToPublisher(rows, path);
        }
        rows.reservations.end(session.id);
    }

    /// A live key that a session may have written and no commit wanted. A server that does not know yet that its
    /// session has ended may write for a while more.
    public void leaveToPublisher(DatasetRows rows, LogicalPath path) {
        var row = rows.published.row(path);
        row.change();
        row.raiseQuiet(now().plus(timing.quiet()));
        rows.reservations.leaveToPublisher(path);
    }
}
