package dev.gotgan.catalog.postgres.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gotgan.catalog.postgres.CatalogDatabase;
import dev.gotgan.catalog.postgres.PostgresCatalog;
import dev.gotgan.engine.catalog.DatasetList;
import dev.gotgan.engine.catalog.DatasetList.Filter;
import dev.gotgan.engine.catalog.DatasetList.Sort;
import dev.gotgan.engine.catalog.Datasets;
import dev.gotgan.engine.commit.Timing;
import dev.gotgan.engine.dataset.Actor;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.dataset.DatasetState;
import dev.gotgan.engine.dataset.Role;
import dev.gotgan.engine.dataset.UserId;
import dev.gotgan.engine.dataset.Visibility;
import dev.gotgan.engine.facts.AnalysisHint;
import dev.gotgan.engine.people.Account;
import dev.gotgan.engine.people.Accounts;
import dev.gotgan.engine.people.Organizations.Position;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A cached list is the list.
class CachedDatasetListTest {
    private static final Actor SETUP = new Actor.Itself();
    private static final int WRITERS = 4;
    private static final int ROUNDS = 60;

    @AutoClose
    private static final CatalogDatabase DATABASE = new CatalogDatabase();

    private final AtomicInteger read = new AtomicInteger();
    private PostgresCatalog catalog;
    private DatasetList plain;
    private CachedDatasetList cached;

    @BeforeEach
    void begin() {
        catalog = DATABASE.empty(Timing.embedded());
        plain = catalog.datasetList();
        cached = new CachedDatasetList(DATABASE.database(), new Counted(plain, read));
    }

    /// How often the list itself was read.
    private record Counted(DatasetList list, AtomicInteger read) implements DatasetList {
        @Override
        public Page page(Actor caller, Filter filter, Sort sort, @Nullable String cursor, int limit) {
            read.incrementAndGet();
            return list.page(caller, filter, sort, cursor, limit);
        }

        @Override
        public Totals totals(Actor caller, Filter filter) {
            read.incrementAndGet();
            return list.totals(caller, filter);
        }

        @Override
        public Page trash(Actor caller, @Nullable String cursor, int limit) {
            return list.trash(caller, cursor, limit);
        }
    }

    private Actor.Person person(String name) {
        var wanted = new Accounts.NewAccount(name + "@example.org", name, null, Account.Kind.MEMBER);
        return catalog.accounts().create(wanted, SETUP).actor();
    }

    private DatasetId dataset(String id, UserId owner, Visibility visibility) {
        var dataset = new DatasetId(id);
        var wanted = new Datasets.NewDataset(dataset, id, null, owner, visibility, List.of(), AnalysisHint.NONE);
        catalog.datasets().create(wanted, DatasetState.LIVE, SETUP);
        return dataset;
    }

    private static DatasetList.Page all(DatasetList list, Actor caller) {
        return list.page(caller, Filter.NONE, Sort.NEWEST, null, 100);
    }

    private static List<String> ids(DatasetList.Page page) {
        return page.rows().stream().map(row -> row.id().value()).toList();
    }

    @Test
    void nothingIsReadAgainWhileNothingHasChanged() {
        var mina = person("mina");
        dataset("one", mina.id(), Visibility.PRIVATE);
        assertThat(all(cached, mina)).isEqualTo(all(cached, mina)).isEqualTo(all(plain, mina));
        assertThat(cached.totals(mina, Filter.NONE)).isEqualTo(cached.totals(mina, Filter.NONE));
        assertThat(read).hasValue(2);
        catalog.accounts().rename(mina.id(), "Mina", SETUP);
        all(cached, mina);
        assertThat(read).as("what no list shows changes none").hasValue(2);
    }

    @Test
    void nobodyIsShownWhatIsSomebodyElses() {
        var mina = person("mina");
        dataset("one", mina.id(), Visibility.PRIVATE);
        assertThat(ids(all(cached, mina))).containsExactly("one");
        assertThat(ids(all(cached, person("jun")))).isEmpty();
        assertThat(ids(all(cached, new Actor.Anonymous()))).isEmpty();
        assertThat(ids(all(cached, new Actor.Person(mina.id(), true, false)))).containsExactly("one");
    }

    @Test
    void everyChangeOfWhatAListShowsIsSeenAtOnce() {
        var mina = person("mina");
        var jun = person("jun");
        var id = dataset("one", mina.id(), Visibility.PRIVATE);
        int team = catalog.organizations().create("team", mina.id()).id();
        List<Runnable> changes = List.of(
                () -> catalog.permissions().grant(id, jun.id(), Role.VIEWER, SETUP),
                () -> catalog.permissions().grant(id, jun.id(), Role.EDITOR, SETUP),
                () -> catalog.permissions().revoke(id, jun.id(), SETUP),
                () -> catalog.datasets().update(id, change("name", Visibility.ORGANIZATION, team), null, SETUP),
                () -> catalog.organizations().admit(team, jun.id(), Position.MEMBER, SETUP),
                () -> catalog.organizations().dismiss(team, jun.id(), SETUP),
                () -> catalog.datasets().update(id, change("other", Visibility.PUBLIC, 0), null, SETUP),
                () -> catalog.datasets().trash(id, SETUP),
                () -> catalog.datasets().restore(id, SETUP),
                () -> catalog.accounts().remove(mina.id(), jun.id(), SETUP),
                () -> catalog.datasets().delete(id, SETUP));
        for (var change : changes) {
            all(cached, jun);
            change.run();
            assertThat(all(cached, jun)).isEqualTo(all(plain, jun));
            assertThat(cached.totals(jun, Filter.NONE)).isEqualTo(plain.totals(jun, Filter.NONE));
        }
        assertThat(read.get()).as("each change was one").isGreaterThan(changes.size());
    }

    private static Datasets.MetadataChange change(String name, Visibility visibility, int organization) {
        return new Datasets.MetadataChange(name, null, null, null, visibility, organization, null);
    }

    /// The change began before the list was read, and even before old numbers were forgotten; it is committed after.
    @Test
    void aChangeThatIsCommittedLateIsSeenThen() throws SQLException {
        var mina = person("mina");
        dataset("one", mina.id(), Visibility.PRIVATE);
        try (var other = DATABASE.source().getConnection();
                var change = other.createStatement()) {
            other.setAutoCommit(false);
            change.execute("update datasets set name = 'late' where id = 'one'");
            assertThat(all(cached, mina).rows().getFirst().name()).isEqualTo("one");
            new ListChanges(DATABASE.database()).prune();
            assertThat(all(cached, mina).rows().getFirst().name()).isEqualTo("one");
            other.commit();
        }
        assertThat(all(cached, mina).rows().getFirst().name()).isEqualTo("late");
    }

    @Test
    void whatIsForgottenMakesAListReadAgainAndNeverOld() {
        var mina = person("mina");
        dataset("one", mina.id(), Visibility.PRIVATE);
        all(cached, mina);
        dataset("two", mina.id(), Visibility.PRIVATE);
        new ListChanges(DATABASE.database()).prune();
        assertThat(ids(all(cached, mina))).containsExactlyInAnyOrder("one", "two");
    }

    @Test
    void numbersOfAnotherClustersDumpAreForgotten() {
        var mina = person("mina");
        var database = DATABASE.database();
        database.sql("update list_horizon set pruned = '999999999999'").update();
        database.sql("insert into list_changes (xid) values ('999999999999')").update();
        all(cached, mina);
        new ListChanges(database).prune();
        all(cached, mina);
        int before = read.get();
        all(cached, mina);
        assertThat(read).hasValue(before);
    }

    /// Each writer, right after a commit of its own was answered, sees it; and in the end all is as it is.
    @Test
    void whoeverReadsAfterACommitSeesItWhateverOthersDo() throws Exception {
        var callers = new ArrayList<Actor.Person>();
        var jobs = new ArrayList<Callable<Void>>();
        for (int i = 0; i < WRITERS; i++) {
            var caller = person("writer" + i);
            var reader = person("reader" + i);
            var id = dataset("d" + i, caller.id(), Visibility.PRIVATE);
            callers.addAll(List.of(caller, reader));
            jobs.add(() -> write(id, caller, reader));
        }
        try (var all = Executors.newFixedThreadPool(WRITERS)) {
            for (var job : all.invokeAll(jobs)) {
                job.get();
            }
        }
        for (var caller : callers) {
            assertThat(all(cached, caller)).isEqualTo(all(plain, caller));
        }
    }

    private @Nullable Void write(DatasetId id, Actor.Person caller, Actor.Person reader) {
        var changes = new ListChanges(DATABASE.database());
        for (int round = 0; round < ROUNDS; round++) {
            var name = "name " + round;
            catalog.datasets().update(id, change(name, Visibility.PRIVATE, 0), null, caller);
            assertThat(all(cached, caller).rows())
                    .extracting(DatasetList.Row::name)
                    .contains(name);
            catalog.permissions().grant(id, reader.id(), Role.VIEWER, caller);
            assertThat(ids(all(cached, reader))).contains(id.value());
            catalog.permissions().revoke(id, reader.id(), caller);
            assertThat(ids(all(cached, reader))).doesNotContain(id.value());
            if (round % 10 == 0) {
                changes.prune();
            }
        }
        return null;
    }

    @Test
    void noMoreIsKeptThanItMay() {
        var mina = person("mina");
        var small = new CachedDatasetList(DATABASE.database(), plain, 3_000);
        for (int limit = 1; limit < 50; limit++) {
            small.page(mina, Filter.NONE, Sort.NEWEST, null, limit);
            assertThat(small.bytes()).isLessThanOrEqualTo(3_000);
        }
    }
}
