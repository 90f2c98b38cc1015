package dev.gotgan.engine.memory.people;

import dev.gotgan.engine.dataset.Actor;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.memory.rows.CatalogRows;
import dev.gotgan.engine.people.AuditLog;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// [AuditLog] in memory.
public final class MemoryAuditLog implements AuditLog {
    private final CatalogRows all;

    public MemoryAuditLog(CatalogRows all) {
        this.all = all;
    }

    @Override
    public void append(Actor actor, String action, @Nullable DatasetId dataset, Map<String, String> detail) {
        all.run(() -> {
            var user = actor.findId().orElse(null);
            all.audit.add(new Entry(all.audit.size() + 1L, all.now(), user, null, action, dataset, Map.copyOf(detail)));
        });
    }

    @Override
    public List<Entry> list(@Nullable Long before, int limit) {
        return all.in(() -> all.audit.stream()
                .filter(entry -> before == null || entry.id() < before)
                .sorted(Comparator.comparingLong(Entry::id).reversed())
                .limit(limit)
                .map(this::named)
                .toList());
    }

    private Entry named(Entry entry) {
        var account = Optional.ofNullable(entry.user()).map(all.people::get).map(login -> login.account());
        return new Entry(
                entry.id(),
                entry.at(),
                account.map(found -> found.id()).orElse(null),
                account.map(found -> found.email()).orElse(null),
                entry.action(),
                entry.dataset(),
                entry.detail());
    }
}
