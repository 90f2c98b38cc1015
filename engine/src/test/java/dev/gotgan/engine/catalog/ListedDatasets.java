package dev.gotgan.engine.catalog;

import static dev.gotgan.engine.testing.CatalogStory.put;

import dev.gotgan.engine.commit.ImageRowChanges;
import dev.gotgan.engine.commit.NewFacts;
import dev.gotgan.engine.dataset.Access;
import dev.gotgan.engine.dataset.Actor;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.dataset.DatasetState;
import dev.gotgan.engine.dataset.Role;
import dev.gotgan.engine.dataset.UserId;
import dev.gotgan.engine.dataset.Visibility;
import dev.gotgan.engine.facts.Analysis;
import dev.gotgan.engine.facts.AnalysisHint;
import dev.gotgan.engine.facts.Format;
import dev.gotgan.engine.facts.TaskType;
import dev.gotgan.engine.people.Account;
import dev.gotgan.engine.people.Accounts;
import dev.gotgan.engine.testing.CatalogFixture;
import dev.gotgan.engine.testing.CatalogStory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A catalog of datasets of all kinds, and what was put there.
final class ListedDatasets {
    private static final int LIVE = 90;
    private static final Duration HOUR = Duration.ofHours(1);

    /// One dataset as it was put there.
    ///
    /// @param team of its organization; null where it is shared with none
    record Made(
            DatasetId id,
            String text,
            UserId owner,
            Visibility visibility,
            @Nullable Integer team,
            Set<String> tags,
            int number) {
        TaskType task() {
            return number % 2 == 0 ? TaskType.OBJECT_DETECTION : TaskType.IMAGE_CLASSIFICATION;
        }

        Format format() {
            return number % 3 == 0 ? Format.YOLO : Format.COCO;
        }
    }

    private final CatalogFixture catalog;
    private final CatalogStory story;
    private final Random random = new Random(7);
    private final List<UserId> people;
    private final UserId admin;
    /// The persons' places in the list of people.
    private final List<Set<Integer>> members = List.of(Set.of(2), Set.of(2, 3), Set.of(1));

    private final List<Integer> teams;
    private final Map<DatasetId, Made> all = new HashMap<>();
    private final List<Made> live = new ArrayList<>();
    private final List<Made> trash = new ArrayList<>();

    private ListedDatasets(CatalogFixture catalog) {
        this.catalog = catalog;
        this.story = new CatalogStory(catalog);
        this.people = IntStream.range(0, 6)
                .mapToObj(i -> catalog.person("Person" + i))
                .toList();
        this.admin = catalog.accounts()
                .create(new Accounts.NewAccount("root@example.org", "Root", null, Account.Kind.ADMIN), story.actor())
                .id();
        this.teams = members.stream()
                .map(team -> catalog.organization(
                        Set.copyOf(team.stream().map(people::get).toList())))
                .toList();
    }

    static ListedDatasets in(CatalogFixture catalog) {
        var there = new ListedDatasets(catalog);
        for (int i = 0; i < LIVE; i++) {
            there.live.add(there.make(i));
            if (i % 10 == 0) {
                catalog.passTime(HOUR);
            }
        }
        for (int i = LIVE; i < LIVE + 9; i++) {
            var made = there.make(i);
            catalog.datasets().trash(made.id(), there.story.actor());
            there.trash.addFirst(made);
            catalog.passTime(HOUR);
        }
        there.story.fresh();
        catalog.datasets().delete(there.make(LIVE + 9).id(), there.story.actor());
        return there;
    }

    private Made make(int i) {
        var id = new DatasetId("d-" + i);
        var visibility = List.of(Visibility.values()).get(random.nextInt(3));
        var name = List.of("고양이 " + i, "Set " + i + " 100%", "set_\\ 100 " + i).get(random.nextInt(3));
        var description = i % 7 == 0 ? "With Whiskers" : null;
        var tags = Set.of(
                List.of("a", "b", "c").get(random.nextInt(3)), List.of("d", "e").get(random.nextInt(2)));
        var team = visibility == Visibility.ORGANIZATION ? teams.get(random.nextInt(3)) : null;
        var text = name + "\n" + (description == null ? "" : description) + "\n" + id;
        var made = new Made(id, text, people.get(random.nextInt(3)), visibility, team, tags, i);
        var hint = new AnalysisHint(made.format(), made.task(), null);
        var wanted = new Datasets.NewDataset(id, name, description, made.owner(), visibility, List.copyOf(tags), hint);
        catalog.datasets().create(wanted, DatasetState.LIVE, story.actor());
        if (team != null) {
            var shared = new Datasets.MetadataChange(null, null, null, null, null, team, null);
            catalog.datasets().update(id, shared, null, story.actor());
        }
        if (i % 3 > 0) {
            commit(made);
        }
        grant(made, 3, Role.VIEWER, 9);
        grant(made, 4, Role.OWNER, 11);
        all.put(id, made);
        return made;
    }

    /// Many sizes and counts of images are equal: then the id decides.
    private void commit(Made made) {
        var session = story.arrived(made.id(), put("a", "x".repeat(made.number() * 37 % 20)));
        var analysis = new Analysis(
                made.format(),
                made.task(),
                1,
                List.of(),
                List.of("cat", "dog").subList(0, made.number() % 3),
                List.of(),
                made.number() / 4,
                0,
                0,
                0,
                0,
                List.of(),
                List.of());
        var images = new ImageRowChanges(List.of(), List.of(), List.of());
        catalog.commits().commit(story.planOf(session, NewFacts.NONE, analysis, images));
    }

    private void grant(Made made, int person, Role role, int every) {
        if (made.number() % every == 0) {
            catalog.grant(made.id(), people.get(person), role);
        }
    }

    List<Made> live() {
        return live;
    }

    /// Last deleted first.
    List<Made> trash() {
        return trash;
    }

    Made made(DatasetId id) {
        return Objects.requireNonNull(all.get(id));
    }

    List<Actor> callers() {
        var callers = new ArrayList<Actor>(List.of(new Actor.Anonymous(), new Actor.Itself()));
        callers.add(new Actor.Person(admin, true, false));
        people.forEach(person -> callers.add(new Actor.Person(person, false, person.equals(people.get(4)))));
        return callers;
    }

    Access access(Made made, Actor caller) {
        int me = caller.findId().map(people::indexOf).orElse(-1);
        @Nullable Role role = null;
        if (me == 3 && made.number() % 9 == 0) {
            role = Role.VIEWER;
        } else if (me == 4 && made.number() % 11 == 0) {
            role = Role.OWNER;
        }
        var team = made.team();
        boolean member = team != null && members.get(teams.indexOf(team)).contains(me);
        return new Access(made.visibility(), made.owner(), role, member);
    }
}
