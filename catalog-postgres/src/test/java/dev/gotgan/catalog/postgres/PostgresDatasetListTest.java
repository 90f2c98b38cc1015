package dev.gotgan.catalog.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gotgan.engine.catalog.DatasetList;
import dev.gotgan.engine.catalog.DatasetList.Filter;
import dev.gotgan.engine.catalog.DatasetList.Row;
import dev.gotgan.engine.catalog.DatasetList.Sort;
import dev.gotgan.engine.catalog.DatasetList.Totals;
import dev.gotgan.engine.catalog.DatasetList.Whose;
import dev.gotgan.engine.commit.Timing;
import dev.gotgan.engine.dataset.Access;
import dev.gotgan.engine.dataset.AccessPolicy;
import dev.gotgan.engine.dataset.Actor;
import dev.gotgan.engine.dataset.Right;
import dev.gotgan.engine.dataset.Role;
import dev.gotgan.engine.dataset.UserId;
import dev.gotgan.engine.dataset.Visibility;
import dev.gotgan.engine.facts.Format;
import dev.gotgan.engine.facts.TaskType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Every list equals what one gets by asking the rule of rights for each dataset, sorting and cutting by hand.
final class PostgresDatasetListTest {
    @AutoClose
    private static final CatalogDatabase DATABASE = new CatalogDatabase();

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
            new Filter(null, null, null, List.of(), "nowhere at all", Whose.ALL));

    private static DatasetList list;
    private static final List<Made> MADE = new ArrayList<>();
    private static final List<Actor> CALLERS = new ArrayList<>();

    /// One dataset as it was put there.
    private record Made(
            String id, String text, int owner, Visibility visibility, int organization, Set<String> tags, int kind) {
        TaskType task() {
            return kind % 2 == 0 ? TaskType.OBJECT_DETECTION : TaskType.IMAGE_CLASSIFICATION;
        }

        Format format() {
            return kind % 3 == 0 ? Format.YOLO : Format.COCO;
        }
    }

    @BeforeAll
    static void fill() {
        var catalog = DATABASE.empty(Timing.embedded());
        list = catalog.datasetList();
        var random = new Random(7);
        sql("insert into users (id, email, is_admin) select i, i || '@x', i = 1 from generate_series(1, 9) i");
        sql("insert into organizations (id, name) select i, 'o' from generate_series(1, 3) i");
        sql("insert into organization_members (organization_id, user_id) values (1, 4), (2, 4), (2, 5), (3, 3)");
        for (int i = 0; i < 300; i++) {
            make(i, random);
        }
        sql("insert into dataset_permissions (dataset_id, user_id, role)"
                + " select id, 5, 'viewer' from datasets where num_images % 9 = 0");
        sql("insert into dataset_permissions (dataset_id, user_id, role)"
                + " select id, 6, 'owner' from datasets where num_images % 11 = 0");
        sql("insert into datasets (id, name, visibility, storage_path, format, task_type, state, trashed_at)"
                + " values ('gone', 'set', 'public', 'x', 'yolo', 'object_detection', 'trash', now())");
        CALLERS.addAll(List.of(new Actor.Anonymous(), new Actor.Itself()));
        for (int i = 1; i < 10; i++) {
            CALLERS.add(new Actor.Person(new UserId(i), i == 1, i == 6));
        }
    }

    private static void make(int i, Random random) {
        var visibility = List.of(Visibility.values()).get(random.nextInt(3));
        var name = List.of("고양이 " + i, "Set " + i + " 100%", "set_\\ 100 " + i).get(random.nextInt(3));
        var tags = Set.copyOf(List.of(
                List.of("a", "b", "c").get(random.nextInt(3)), List.of("a", "d").get(random.nextInt(2))));
        var made = new Made("d-" + i, name, 2 + random.nextInt(3), visibility, 1 + random.nextInt(3), tags, i % 12);
        MADE.add(made);
        DATABASE.database()
                .sql("""
                        insert into datasets (id, name, owner_id, visibility, organization_id, tags, storage_path, format,
                                              task_type, num_images, size_bytes, created_at, updated_at)
                        values (:id, :name, :owner, :visibility, :organization, :tags::jsonb, 'x', :format, :task, :images,
                                :size, now() - make_interval(secs => :age), now() + make_interval(secs => :size))
                        """)
                .param("id", made.id)
                .param("name", name)
                .param("owner", made.owner)
                .param("visibility", visibility.wire())
                .param("organization", visibility == Visibility.ORGANIZATION ? made.organization : null)
                .param("tags", "[\"" + String.join("\",\"", tags) + "\"]")
                .param("format", made.format().wire())
                .param("task", made.task().wire())
                .param("images", i)
                .param("size", i * 37 % 50) // many are equal: then the id decides
                .param("age", i * 53 % 97)
                .update();
    }

    private static void sql(String text) {
        DATABASE.database().sql(text).update();
    }

    @Test
    void whoeverAsksSeesWhatTheRuleAllowsAndNothingElse() {
        for (var caller : CALLERS) {
            for (var filter : FILTERS) {
                assertThat(ids(pages(caller, filter, Sort.NEWEST, 1000)))
                        .as("%s %s", caller, filter)
                        .containsExactlyInAnyOrderElementsOf(expected(caller, filter));
            }
        }
    }

    @Test
    void totalsCountWhatThePagesList() {
        for (var caller : CALLERS) {
            for (var filter : FILTERS) {
                var rows = pages(caller, filter, Sort.NAME, 1000);
                assertThat(list.totals(caller, filter))
                        .as("%s %s", caller, filter)
                        .isEqualTo(new Totals(
                                rows.size(),
                                rows.stream().mapToLong(Row::images).sum()));
            }
        }
    }

    @Test
    void smallPagesInEveryOrderMakeTheSameListWithoutAGapOrATwin() {
        for (var caller : CALLERS) {
            for (var sort : Sort.values()) {
                var rows = pages(caller, Filter.NONE, sort, 40);
                assertThat(ids(rows))
                        .as("%s %s", caller, sort)
                        .doesNotHaveDuplicates()
                        .containsExactlyInAnyOrderElementsOf(expected(caller, Filter.NONE));
                assertThat(rows).isSortedAccordingTo(order(sort));
            }
        }
    }

    @Test
    void aTextThatManyHoldIsFoundAsOneThatFewHold() {
        sql(
                "insert into datasets (id, name, visibility, storage_path, format, task_type)"
                        + " select 'm-' || i, 'common ' || i, 'public', 'x', 'unknown', 'unknown' from generate_series(1, 2500) i");
        var common = new Filter(null, null, null, List.of(), "Common", Whose.ALL);
        try {
            for (var caller : CALLERS) {
                assertThat(list.totals(caller, common).datasets()).isEqualTo(2500);
                assertThat(ids(pages(caller, common, Sort.NAME_DOWN, 700)))
                        .hasSize(2500)
                        .doesNotHaveDuplicates();
            }
        } finally {
            sql("delete from datasets where id like 'm-%'");
        }
    }

    @Test
    void anotherListsCursorIsNone() {
        var cursor =
                list.page(new Actor.Itself(), Filter.NONE, Sort.NAME, null, 3).next();
        assertThatThrownBy(() -> list.page(new Actor.Itself(), Filter.NONE, Sort.NEWEST, cursor, 3))
                .isInstanceOf(DatasetList.BadCursor.class);
    }

    @Test
    void theTrashShowsWhatOneMayRestore() {
        assertThat(list.trash(new Actor.Anonymous(), null, 9).rows()).isEmpty();
        assertThat(list.trash(new Actor.Person(new UserId(2), false, false), null, 9)
                        .rows())
                .isEmpty();
        assertThat(ids(list.trash(new Actor.Person(new UserId(1), true, false), null, 9)
                        .rows()))
                .containsExactly("gone");
    }

    private static List<Row> pages(Actor caller, Filter filter, Sort sort, int limit) {
        var rows = new ArrayList<Row>();
        @Nullable String cursor = null;
        do {
            var page = list.page(caller, filter, sort, cursor, limit);
            rows.addAll(page.rows());
            cursor = page.next();
        } while (cursor != null);
        return rows;
    }

    private static List<String> ids(List<Row> rows) {
        return rows.stream().map(row -> row.id().value()).toList();
    }

    private static List<String> expected(Actor caller, Filter filter) {
        return MADE.stream()
                .filter(made -> AccessPolicy.allows(caller, Right.READ, access(made, caller)))
                .filter(made -> fits(made, caller, filter))
                .map(Made::id)
                .toList();
    }

    private static boolean fits(Made made, Actor caller, Filter filter) {
        var mine = caller.findId().map(id -> id.value() == made.owner).orElse(false);
        var text = filter.text();
        return (filter.taskType() == null || filter.taskType() == made.task())
                && (filter.format() == null || filter.format() == made.format())
                && (filter.visibility() == null || filter.visibility() == made.visibility)
                && made.tags.containsAll(new HashSet<>(filter.tags()))
                && (filter.whose() == Whose.ALL || mine)
                && (text == null
                        || (made.text + "\n" + made.id)
                                .toLowerCase(Locale.ROOT)
                                .contains(text.toLowerCase(Locale.ROOT)));
    }

    private static Access access(Made made, Actor caller) {
        int me = caller.findId().map(UserId::value).orElse(0);
        int number = Integer.parseInt(made.id.substring(2));
        @Nullable Role role = null;
        if (me == 5 && number % 9 == 0) {
            role = Role.VIEWER;
        } else if (me == 6 && number % 11 == 0) {
            role = Role.OWNER;
        }
        var members = List.of(Set.of(4), Set.of(4, 5), Set.of(3)).get(made.organization - 1);
        return new Access(made.visibility, new UserId(made.owner), role, members.contains(me));
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
