package dev.gotgan.engine.memory.rows;

import dev.gotgan.engine.content.Utf8Order;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/// What was at each path from one generation until another: any generation can be read, and a new one costs
/// only what changed.
public final class Intervals<T> {
    private static final long OPEN = Long.MAX_VALUE;

    private record Row<T>(T value, long from, long to) {
        boolean holdsIn(long generation) {
            return from <= generation && generation < to;
        }
    }

    private final TreeMap<String, List<Row<T>>> rows = new TreeMap<>(Utf8Order.COMPARATOR);

    public Optional<T> findLive(String path) {
        return findAt(path, OPEN - 1);
    }

    public Optional<T> findAt(String path, long generation) {
        return find(path, row -> row.holdsIn(generation));
    }

    /// A value at `path` that was there in any generation from `since` on.
    public Optional<T> findSince(String path, long since, Predicate<T> wanted) {
        return find(path, row -> row.to > since && wanted.test(row.value));
    }

    private Optional<T> find(String path, Predicate<Row<T>> wanted) {
        return rows.getOrDefault(path, List.of()).stream()
                .filter(wanted)
                .map(Row::value)
                .findFirst();
    }

    /// All of one generation, in path order.
    public List<T> at(long generation) {
        return in(rows.values(), generation);
    }

    /// Those of one generation whose path is `first` or sorts after it.
    public List<T> from(String first, long generation) {
        return in(rows.tailMap(first, true).values(), generation);
    }

    private static <T> List<T> in(Collection<List<Row<T>>> rows, long generation) {
        return rows.stream()
                .flatMap(List::stream)
                .filter(row -> row.holdsIn(generation))
                .map(Row::value)
                .toList();
    }

    /// Every value that is there in any generation from `since` on.
    List<T> since(long since) {
        return rows.values().stream()
                .flatMap(List::stream)
                .filter(row -> row.to > since)
                .map(Row::value)
                .toList();
    }

    /// Whether `path` was put or closed after generation `since`.
    public boolean changedSince(String path, long since) {
        return rows.getOrDefault(path, List.of()).stream()
                .anyMatch(row -> row.from > since || (row.to != OPEN && row.to > since));
    }

    /// Paths that had a value once and are a folder of `path`, or lie below it.
    public Collection<String> kin(String path) {
        return Kin.in(rows, path).keySet();
    }

    /// Ends what is at `path`, if anything, before `generation`; what began with it was never there.
    public void close(String path, long generation) {
        rows.computeIfPresent(
                path,
                (key, old) -> old.stream()
                        .map(row -> row.to == OPEN ? new Row<>(row.value, row.from, generation) : row)
                        .filter(row -> row.from < row.to)
                        .toList());
    }

    /// Ends what is at `path` and puts `value` there from `generation` on.
    public void put(String path, T value, long generation) {
        close(path, generation);
        var all = new ArrayList<>(rows.getOrDefault(path, List.of()));
        all.add(new Row<>(value, generation, OPEN));
        rows.put(path, List.copyOf(all));
    }
}
