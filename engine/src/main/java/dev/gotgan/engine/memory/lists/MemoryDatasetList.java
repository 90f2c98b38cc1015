package dev.gotgan.engine.memory.lists;

import dev.gotgan.engine.catalog.DatasetList;
import dev.gotgan.engine.dataset.AccessPolicy;
import dev.gotgan.engine.dataset.Actor;
import dev.gotgan.engine.dataset.DatasetState;
import dev.gotgan.engine.dataset.Right;
import dev.gotgan.engine.dataset.Role;
import dev.gotgan.engine.memory.rows.CatalogRows;
import dev.gotgan.engine.memory.rows.DatasetRows;
import dev.gotgan.engine.memory.rows.Metadata;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// [DatasetList] in memory: each call asks the rule of rights about every dataset, filters, sorts and cuts.
public final class MemoryDatasetList implements DatasetList {
    private final CatalogRows all;

    public MemoryDatasetList(CatalogRows all) {
        this.all = all;
    }

    @Override
    public Page page(Actor caller, Filter filter, Sort sort, @Nullable String cursor, int limit) {
        return all.in(() -> RowOrder.of(sort)
                .cut(listed(caller, filter).map(rows -> row(rows, caller, rows.metadata.updated)), cursor, limit));
    }

    @Override
    public Totals totals(Actor caller, Filter filter) {
        return all.in(() -> {
            var images = listed(caller, filter)
                    .map(rows -> rows.metadata.facts().images())
                    .toList();
            return new Totals(
                    images.size(), images.stream().mapToLong(Long::longValue).sum());
        });
    }

    @Override
    public Page trash(Actor caller, @Nullable String cursor, int limit) {
        return all.in(() -> RowOrder.TRASH.cut(
                all.datasets.values().stream()
                        .filter(rows -> rows.metadata.state == DatasetState.TRASH)
                        .filter(rows -> AccessPolicy.owns(caller, all.access(rows.metadata, caller)))
                        .map(rows -> row(rows, caller, Objects.requireNonNull(rows.metadata.trashed))),
                cursor,
                limit));
    }

    private Stream<DatasetRows> listed(Actor caller, Filter filter) {
        return all.datasets.values().stream()
                .filter(rows -> rows.metadata.state == DatasetState.LIVE)
                .filter(rows -> AccessPolicy.allows(caller, Right.READ, all.access(rows.metadata, caller)))
                .filter(rows -> filter.whose() == Whose.ALL || isMine(rows.metadata, caller))
                .filter(rows -> fits(rows, filter));
    }

    private static boolean isMine(Metadata metadata, Actor caller) {
        return caller.findId().filter(me -> me.equals(metadata.owner)).isPresent();
    }

    private static boolean fits(DatasetRows rows, Filter filter) {
        var metadata = rows.metadata;
        var known = metadata.facts();
        return (filter.taskType() == null || filter.taskType() == known.taskType())
                && (filter.format() == null || filter.format() == known.format())
                && (filter.visibility() == null || filter.visibility() == metadata.visibility)
                && metadata.tags.containsAll(filter.tags())
                && (filter.text() == null || text(rows).contains(lower(filter.text())));
    }

    private static String text(DatasetRows rows) {
        var description = Objects.requireNonNullElse(rows.metadata.description, "");
        return lower(rows.metadata.name + "\n" + description + "\n" + rows.id.value());
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static Row row(DatasetRows rows, Actor caller, Instant updated) {
        var metadata = rows.metadata;
        var known = metadata.facts();
        return new Row(
                rows.id,
                metadata.name,
                metadata.description,
                metadata.owner,
                metadata.visibility,
                metadata.tags,
                Metadata.STORAGE_TYPE,
                known.format(),
                known.taskType(),
                known.classNames().isEmpty() ? null : known.classNames().size(),
                known.images(),
                rows.head.bytes(),
                rows.head.version(),
                findRole(metadata, caller).orElse(null),
                metadata.created,
                updated);
    }

    private static Optional<Role> findRole(Metadata metadata, Actor caller) {
        return isMine(metadata, caller)
                ? Optional.of(Role.OWNER)
                : caller.findId().flatMap(metadata::findRole);
    }
}
