package dev.gotgan.engine.memory;

import dev.gotgan.engine.commit.CommitLog;
import dev.gotgan.engine.commit.CommitPlan;
import dev.gotgan.engine.commit.CommitRefused;
import dev.gotgan.engine.commit.Committed;
import dev.gotgan.engine.commit.Head;
import dev.gotgan.engine.commit.SessionId;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.memory.rows.CatalogRows;
import dev.gotgan.engine.memory.rows.FactRows;
import dev.gotgan.engine.memory.rows.SessionRow;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

final class MemoryCommits implements CommitLog {
    private final CatalogRows all;

    MemoryCommits(CatalogRows all) {
        this.all = all;
    }

    @Override
    public Committed commit(CommitPlan plan) {
        var facts = new FactRows();
        plan.facts().forEach(facts);
        return all.in(() -> {
            var session = all.session(plan.session());
            if (session.answer != null) {
                return session.answer;
            }
            if (session.state != SessionRow.State.OPEN) {
                throw new CommitRefused.SessionGone(session.id);
            }
            var dataset = all.changeable(session.opened.dataset());
            var answer = new CommitChanges(all, session, dataset).of(plan);
            all.facts.add(facts);
            session.answer = answer;
            session.state = SessionRow.State.COMMITTED;
            return answer;
        });
    }

    @Override
    public Optional<Committed> findCommitted(SessionId session) {
        return all.in(() -> Optional.ofNullable(all.sessions.get(session)).map(row -> row.answer));
    }

    @Override
    public Optional<Head> findHead(DatasetId dataset) {
        return all.in(() -> all.find(dataset).map(rows -> rows.head));
    }

    @Override
    public List<Entry> history(DatasetId dataset, @Nullable Long before, int limit) {
        return all.in(() -> all.find(dataset).stream()
                .flatMap(rows -> rows.history.reversed().stream())
                .filter(entry -> before == null || entry.generation() < before)
                .limit(limit)
                .toList());
    }
}
