package dev.gotgan.engine.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gotgan.engine.catalog.DatasetList.Filter;
import dev.gotgan.engine.catalog.DatasetList.Page;
import dev.gotgan.engine.catalog.DatasetList.Row;
import dev.gotgan.engine.catalog.DatasetList.Sort;
import dev.gotgan.engine.catalog.DatasetList.Totals;
import dev.gotgan.engine.catalog.DatasetList.Whose;
import dev.gotgan.engine.catalog.ListedDatasets.Made;
import dev.gotgan.engine.commit.Timing;
import dev.gotgan.engine.dataset.AccessPolicy;
import dev.gotgan.engine.dataset.Actor;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.dataset.Right;
import dev.gotgan.engine.dataset.Role;
import dev.gotgan.engine.dataset.Visibility;
import dev.gotgan.engine.facts.Format;
import dev.gotgan.engine.facts.TaskType;
import dev.gotgan.engine.testing.CatalogFixture;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// What [DatasetList] promises: every list equals what one gets by asking the rule of rights for each dataset,
/// sorting and cutting by hand.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class DatasetListContract {
    private static final List<Filter> FILTERS = List.of(
            Filter.NONE,
            new Filter(TaskType.OBJECT_DETECTION, null, null, List.of(), null, Whose.ALL),
            new Filter(null, Format.YOLO, Visibility.PUBLIC, List.of(), null, Whose.ALL),
            new Filter(null, null, Visibility.ORGANIZATION, List.of("a"), null, Whose.ALL),
            new Filter(null, null, Visibility.PRIVATE, List.of("a", "b"), null, Whose.ALL),
            new Filter(null, null, null, List.of(), null, Whose.MINE),
            new Filter(null, null, null, List.of(), "고양이", Whose.ALL),
            new Filter(null, null, null, List.of(), "양이", Whose.MINE),
            new Filter(null, null, null, List.of(), "SET", Whose.ALL),
            new Filter(null, null, null, List.of(), "7", Whose.ALL),
            new Filter(null, null, null, List.of(), "100%", Whose.ALL),
            new Filter(null, null, null, List.of(), "_\\", Whose.ALL),
            new Filter(null, null, null, List.of(), "whiskers", Whose.ALL),
            new Filter(null, null, null, List.of(), "", Whose.ALL),
            new Filter(null, null, null, List.of(), "nowhere at all", Whose.ALL));

    private CatalogFixture catalog;
    private ListedDatasets there;

    /// An empty catalog.
    protected abstract CatalogFixture catalog(Timing timing);

    @BeforeAll
    void fill() {
        catalog = catalog(Timing.embedded());
        there = ListedDatasets.in(catalog);
    }

    /// Some who ask: nobody, Gotgan itself, an admin, owners, members, somebody with roles, strangers.
    protected final List<Actor> callers() {
        return there.callers();
    }

    protected final DatasetList list() {
        return catalog.list();
    }

    @Test
    void whoeverAsksSeesWhatTheRuleAllowsAndNothingElse() {
        for (var caller : callers()) {
            for (var filter : FILTERS) {
                assertThat(ids(pages(caller, filter, Sort.NEWEST, 1000)))
                        .as("%s %s", caller, filter)
                        .containsExactlyInAnyOrderElementsOf(expected(caller, filter));
            }
        }
    }

    @Test
    void totalsCountWhatThePagesList() {
        for (var caller : callers()) {
            for (var filter : FILTERS) {
                var rows = pages(caller, filter, Sort.NAME, 1000);
                assertThat(list().totals(caller, filter))
                        .as("%s %s", caller, filter)
                        .isEqualTo(new Totals(
                                rows.size(),
                                rows.stream().mapToLong(Row::images).sum()));
            }
        }
    }

    @Test
    void smallPagesInEveryOrderMakeTheSameListWithoutAGapOrATwin() {
        for (var caller : callers()) {
            for (var sort : Sort.values()) {
                var rows = pages(caller, Filter.NONE, sort, 7);
                assertThat(ids(rows))
                        .as("%s %s", caller, sort)
                        .doesNotHaveDuplicates()
                        .containsExactlyInAnyOrderElementsOf(expected(caller, Filter.NONE));
                assertThat(rows).isSortedAccordingTo(order(sort));
            }
        }
    }

    @Test
    void aRowSaysWhatTheRecordSays() {
        for (var row : pages(new Actor.Itself(), Filter.NONE, Sort.NAME, 1000)) {
            var record = catalog.datasets().find(row.id()).orElseThrow();
            int classes = record.facts().classNames().size();
            assertThat(row)
                    .isEqualTo(new Row(
                            row.id(),
                            record.name(),
                            record.description(),
                            record.owner(),
                            record.visibility(),
                            record.tags(),
                            record.storageType(),
                            record.facts().format(),
                            record.facts().taskType(),
                            classes == 0 ? null : classes,
                            record.facts().images(),
                            record.head().bytes(),
                            record.head().version(),
                            null,
                            record.times().created(),
                            record.times().updated()));
        }
    }

    @Test
    void aRowSaysWhichRoleTheCallerHas() {
        for (var caller : callers()) {
            for (var row : pages(caller, Filter.NONE, Sort.OLDEST, 1000)) {
                var access = there.access(there.made(row.id()), caller);
                boolean mine =
                        caller.findId().filter(id -> id.equals(access.owner())).isPresent();
                assertThat(row.role()).as("%s %s", caller, row.id()).isEqualTo(mine ? Role.OWNER : access.role());
            }
        }
    }

    @Test
    void anotherListsCursorIsNone() {
        var cursor =
                list().page(new Actor.Itself(), Filter.NONE, Sort.NAME, null, 3).next();
        for (var wrong : List.of(String.valueOf(cursor), "%", "")) {
            assertThatThrownBy(() -> list().page(new Actor.Itself(), Filter.NONE, Sort.NEWEST, wrong, 3))
                    .isInstanceOf(DatasetList.BadCursor.class);
        }
    }

    @Test
    void theTrashShowsWhatOneMayRestoreLastDeletedFirst() {
        for (var caller : callers()) {
            var expected = there.trash().stream()
                    .filter(made -> AccessPolicy.owns(caller, there.access(made, caller)))
                    .map(Made::id)
                    .toList();
            assertThat(ids(pages(after -> list().trash(caller, after, 2))))
                    .as("%s", caller)
                    .isEqualTo(expected);
        }
        var row = list().trash(new Actor.Itself(), null, 1).rows().getFirst();
        var times = catalog.datasets().find(row.id()).orElseThrow().times();
        assertThat(row.updated()).isEqualTo(times.trashed());
    }

    protected final List<Row> pages(Actor caller, Filter filter, Sort sort, int limit) {
        return pages(after -> list().page(caller, filter, sort, after, limit));
    }

    private static List<Row> pages(Function<@Nullable String, Page> after) {
        var rows = new ArrayList<Row>();
        @Nullable String cursor = null;
        do {
            var page = after.apply(cursor);
            rows.addAll(page.rows());
            cursor = page.next();
        } while (cursor != null);
        return rows;
    }

    protected static List<DatasetId> ids(List<Row> rows) {
        return rows.stream().map(Row::id).toList();
    }

    private List<DatasetId> expected(Actor caller, Filter filter) {
        return there.live().stream()
                .filter(made -> AccessPolicy.allows(caller, Right.READ, there.access(made, caller)))
                .filter(made -> fits(made, caller, filter))
                .map(Made::id)
                .toList();
    }

    private static boolean fits(Made made, Actor caller, Filter filter) {
        var mine = caller.findId().filter(made.owner()::equals).isPresent();
        var text = filter.text();
        return (filter.taskType() == null || filter.taskType() == made.task())
                && (filter.format() == null || filter.format() == made.format())
                && (filter.visibility() == null || filter.visibility() == made.visibility())
                && made.tags().containsAll(new HashSet<>(filter.tags()))
                && (filter.whose() == Whose.ALL || mine)
                && (text == null || made.text().toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT)));
    }

    private static Comparator<Row> order(Sort sort) {
        Comparator<Row> byId = Comparator.comparing(row -> row.id().value());
        Comparator<Row> key = switch (sort) {
            case NEWEST, OLDEST -> Comparator.comparing(Row::created);
            case UPDATED -> Comparator.comparing(Row::updated);
            case NAME, NAME_DOWN -> Comparator.comparing(row -> row.name().toLowerCase(Locale.ROOT));
            case MOST_IMAGES, FEWEST_IMAGES -> Comparator.comparingLong(Row::images);
            case LARGEST, SMALLEST -> Comparator.comparingLong(Row::bytes);
        };
        return switch (sort) {
            case OLDEST, NAME, FEWEST_IMAGES, SMALLEST -> key.thenComparing(byId);
            case NEWEST, UPDATED, NAME_DOWN, MOST_IMAGES, LARGEST ->
                key.thenComparing(byId).reversed();
        };
    }
}
