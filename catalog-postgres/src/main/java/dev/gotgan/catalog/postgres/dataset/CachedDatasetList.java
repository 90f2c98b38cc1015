package dev.gotgan.catalog.postgres.dataset;

import dev.gotgan.catalog.postgres.sql.Database;
import dev.gotgan.engine.catalog.DatasetList;
import dev.gotgan.engine.dataset.Actor;
import dev.gotgan.engine.dataset.UserId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A list that is not read again while nothing has changed: one short question instead of the long ones.
/// What it answers is what the list would answer at that moment, to this caller.
public final class CachedDatasetList implements DatasetList {
    private static final long MOST_BYTES = 32L << 20;
    private static final int PRUNED_EVERY = 512;

    private final DatasetList list;
    private final ListChanges changes;
    private final long most;
    private final Map<Question, Known> known = new LinkedHashMap<>(64, 0.75f, true);
    private long bytes;
    private long misses;

    public CachedDatasetList(Database database, DatasetList list) {
        this(database, list, MOST_BYTES);
    }

    /// @param most bytes of answers that are kept, roughly
    CachedDatasetList(Database database, DatasetList list, long most) {
        this.list = list;
        this.changes = new ListChanges(database);
        this.most = most;
    }

    /// All that an answer depends on, beside the database.
    ///
    /// @param sort null for the totals
    private record Question(
            @Nullable UserId person,
            boolean admin,
            Filter filter,
            @Nullable Sort sort,
            @Nullable String cursor,
            int limit) {
        static @Nullable Question of(
                Actor caller, Filter filter, @Nullable Sort sort, @Nullable String cursor, int limit) {
            return switch (caller) {
                case Actor.Itself() -> null;
                case Actor.Anonymous() -> new Question(null, false, filter, sort, cursor, limit);
                case Actor.Person person -> new Question(person.id(), person.admin(), filter, sort, cursor, limit);
            };
        }
    }

    /// @param snapshot in which it was still so
    private record Known(String snapshot, Object answer, long bytes) {}

    @Override
    public Page page(Actor caller, Filter filter, Sort sort, @Nullable String cursor, int limit) {
        var question = Question.of(caller, filter, sort, cursor, limit);
        return answer(question, Page.class, () -> list.page(caller, filter, sort, cursor, limit));
    }

    @Override
    public Totals totals(Actor caller, Filter filter) {
        return answer(Question.of(caller, filter, null, null, 0), Totals.class, () -> list.totals(caller, filter));
    }

    @Override
    public Page trash(Actor caller, @Nullable String cursor, int limit) {
        return list.trash(caller, cursor, limit);
    }

    private <T> T answer(@Nullable Question question, Class<T> type, Supplier<T> ask) {
        if (question == null) {
            return ask.get();
        }
        var before = find(question);
        var now = changes.since(before == null ? null : before.snapshot());
        if (before != null && now.same()) {
            keep(question, new Known(now.snapshot(), before.answer(), before.bytes()));
            return type.cast(before.answer());
        }
        var answer = ask.get(); // after the snapshot: it may be newer than that says, never older
        keep(question, new Known(now.snapshot(), answer, weight(question, answer)));
        if (missed()) {
            changes.prune();
        }
        return answer;
    }

    private synchronized @Nullable Known find(Question question) {
        return known.get(question);
    }

    private synchronized void keep(Question question, Known fresh) {
        var old = known.put(question, fresh);
        bytes += fresh.bytes() - (old == null ? 0 : old.bytes());
        var oldest = known.entrySet().iterator();
        while (bytes > most && oldest.hasNext()) {
            bytes -= oldest.next().getValue().bytes();
            oldest.remove();
        }
    }

    private synchronized boolean missed() {
        return misses++ % PRUNED_EVERY == 0;
    }

    synchronized long bytes() {
        return bytes;
    }

    private static long weight(Question question, Object answer) {
        long weight = 500 + length(question.cursor()) + length(question.filter().text());
        for (var tag : question.filter().tags()) {
            weight += 50 + length(tag);
        }
        if (answer instanceof Page page) {
            for (var row : page.rows()) {
                weight += 400 + length(row.name()) + length(row.description());
                weight += row.tags().stream().mapToLong(tag -> 50 + length(tag)).sum();
            }
        }
        return weight;
    }

    private static long length(@Nullable String text) {
        return text == null ? 0 : 2L * text.length();
    }
}
