package dev.gotgan.engine.memory;

import dev.gotgan.engine.memory.rows.CatalogRows;
import dev.gotgan.engine.memory.rows.Copies;
import dev.gotgan.engine.publish.DoomedCopies;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

final class MemoryDoomedCopies implements DoomedCopies {
    private final CatalogRows all;

    MemoryDoomedCopies(CatalogRows all) {
        this.all = all;
    }

    @Override
    public void doomAbandoned() {
        all.run(() -> {
            var now = all.now();
            all.datasets.values().stream()
                    .filter(rows -> rows.lease.free(now, all.timing.inDoubt()))
                    .flatMap(rows -> rows.copies.all().stream())
                    .filter(copy -> copy.state() == Copies.State.COPYING)
                    .filter(copy -> copy.made.plus(all.timing.abandoned()).isBefore(now))
                    .forEach(copy -> copy.doom(now));
        });
    }

    @Override
    public List<Doomed> due(int limit) {
        return all.in(() -> {
            var now = all.now();
            var due = copies(Copies.State.DOOMED)
                    .filter(copy -> !copy.deletedOnce || settled(copy, now))
                    .limit(limit)
                    .toList();
            due.forEach(copy -> copy.listed = now);
            return due.stream().map(copy -> new Doomed(copy.id, copy.key)).toList();
        });
    }

    @Override
    public void deleted(List<Doomed> copies) {
        all.run(() -> copies.forEach(each -> all.datasets
                .values()
                .forEach(rows -> rows.copies
                        .find(each.copy())
                        .filter(copy -> copy.state() == Copies.State.DOOMED)
                        .ifPresent(deletedIn(rows.copies)))));
    }

    private Consumer<Copies.Row> deletedIn(Copies copies) {
        return copy -> {
            if (settled(copy, copy.listed)) {
                copies.forget(copy);
            } else {
                copy.deletedOnce = true;
            }
        };
    }

    /// Whether a deletion sent after `at` is the last word: nobody's upload can bring the key back.
    private boolean settled(Copies.Row copy, Instant at) {
        return !copy.uploaded || !at.isBefore(copy.doomed().plus(all.timing.quiet()));
    }

    private Stream<Copies.Row> copies(Copies.State state) {
        return all.datasets.values().stream()
                .flatMap(rows -> rows.copies.all().stream())
                .filter(copy -> copy.state() == state);
    }
}
