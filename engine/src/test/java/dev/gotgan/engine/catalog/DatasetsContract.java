package dev.gotgan.engine.catalog;

import static dev.gotgan.engine.testing.CatalogStory.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import dev.gotgan.engine.facts.Finding;
import dev.gotgan.engine.facts.Format;
import dev.gotgan.engine.facts.Severity;
import dev.gotgan.engine.facts.TaskType;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What [Datasets] promises of records, of changing them and of who may see them; [DatasetEndContract] has the rest.
public abstract class DatasetsContract extends DatasetEndContract {
    private static final DatasetId CATS = new DatasetId("det-cats-10");

    private void create(DatasetState state, @Nullable UserId owner, Visibility visibility) {
        var hint = new AnalysisHint(null, TaskType.OBJECT_DETECTION, List.of("cat"));
        var wanted =
                new Datasets.NewDataset(CATS, "고양이 10", "Ten cats", owner, visibility, List.of("pets", "small"), hint);
        catalog.datasets().create(wanted, state, story.actor());
    }

    private DatasetRecord cats() {
        return catalog.datasets().find(CATS).orElseThrow();
    }

    private static Actor person(UserId id) {
        return new Actor.Person(id, false, false);
    }

    @Test
    void aRecordHasWhatItWasMadeWith() {
        var eve = catalog.person("Eve");
        create(DatasetState.LIVE, eve, Visibility.PRIVATE);
        assertThat(cats())
                .returns(story.head(CATS), DatasetRecord::head)
                .returns(DatasetState.LIVE, DatasetRecord::state)
                .returns("고양이 10", DatasetRecord::name)
                .returns("Ten cats", DatasetRecord::description)
                .returns(eve, DatasetRecord::owner)
                .returns("eve@example.org", DatasetRecord::ownerEmail)
                .returns(null, DatasetRecord::organization)
                .returns(Visibility.PRIVATE, DatasetRecord::visibility)
                .returns(List.of("pets", "small"), DatasetRecord::tags)
                .returns(new AnalysisHint(null, TaskType.OBJECT_DETECTION, List.of("cat")), DatasetRecord::hint);
        assertThat(cats().times())
                .returns(cats().times().created(), DatasetRecord.Times::updated)
                .returns(null, DatasetRecord.Times::modified)
                .returns(null, DatasetRecord.Times::trashed)
                .returns(null, DatasetRecord.Times::verified);
    }

    @Test
    void aDatasetOfThePlatformHasNoOwner() {
        create(DatasetState.LIVE, null, Visibility.PUBLIC);
        assertThat(cats()).returns(null, DatasetRecord::owner).returns(null, DatasetRecord::ownerEmail);
    }

    @Test
    void beforeAnAnalysisFormatAndTaskAreTheHints() {
        create(DatasetState.LIVE, null, Visibility.PUBLIC);
        assertThat(cats().facts())
                .isEqualTo(new DatasetRecord.Facts(
                        Format.UNKNOWN,
                        TaskType.OBJECT_DETECTION,
                        0,
                        List.of(),
                        List.of(),
                        0,
                        0,
                        0,
                        0,
                        0,
                        false,
                        0,
                        0));
    }

    @Test
    void aDatasetNobodyMadeIsNotFound() {
        assertThat(catalog.datasets().find(DatasetId.random())).isEmpty();
        assertThat(catalog.datasets().findAccess(DatasetId.random(), new Actor.Itself()))
                .isEmpty();
    }

    @Test
    void anIdIsGivenOnce() {
        create(DatasetState.NEW, null, Visibility.PUBLIC);
        assertThatThrownBy(() -> create(DatasetState.LIVE, null, Visibility.PRIVATE))
                .isInstanceOf(Datasets.IdTaken.class);
        assertThat(cats()).returns(Visibility.PUBLIC, DatasetRecord::visibility);
    }

    @Test
    void ofManyWhoWantAnIdAtOnceOneGetsIt() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var asking = IntStream.range(0, 8)
                    .<Callable<Integer>>mapToObj(i -> () -> {
                        try {
                            create(DatasetState.LIVE, null, Visibility.PUBLIC);
                            return 1;
                        } catch (Datasets.IdTaken e) {
                            return 0;
                        }
                    })
                    .toList();
            int made = 0;
            for (var each : threads.invokeAll(asking)) {
                made += each.get();
            }
            assertThat(made).isEqualTo(1);
        }
    }

    @Test
    void aCommitBringsWhatItsAnalysisSays() {
        var dataset = story.fresh();
        var session = story.arrived(dataset, put("a.png", "one"));
        var analysis = new Analysis(
                Format.COCO,
                TaskType.INSTANCE_SEGMENTATION,
                0.75,
                List.of("one json"),
                List.of("cat", "dog"),
                List.of(new Analysis.Split("train", 3), new Analysis.Split("val", 1)),
                4,
                3,
                12,
                640.5,
                480,
                List.of(finding(Severity.ERROR, 5), finding(Severity.WARNING, 1), finding(Severity.WARNING, 2)),
                List.of());
        var images = new ImageRowChanges(List.of(), List.of(), List.of());
        var committed = catalog.commits().commit(story.planOf(session, NewFacts.NONE, analysis, images));
        var record = catalog.datasets().find(dataset).orElseThrow();
        assertThat(record.head()).isEqualTo(committed.head());
        assertThat(record.facts())
                .isEqualTo(new DatasetRecord.Facts(
                        Format.COCO,
                        TaskType.INSTANCE_SEGMENTATION,
                        0.75,
                        List.of("cat", "dog"),
                        analysis.splits(),
                        4,
                        3,
                        12,
                        640.5,
                        480,
                        false,
                        1,
                        2));
        assertThat(record.times())
                .returns(committed.at(), DatasetRecord.Times::modified)
                .returns(committed.at(), DatasetRecord.Times::updated);
    }

    private static Finding finding(Severity severity, long count) {
        return new Finding("box_outside", severity, "a.json", 3, "/annotations/1", "7", count, "A box is outside.");
    }

    @Test
    void whatIsNotNamedStaysAsItIs() {
        create(DatasetState.LIVE, null, Visibility.PUBLIC);
        var before = cats();
        update(new Datasets.MetadataChange(null, null, null, null, null, null, null));
        assertThat(cats())
                .returns(before.name(), DatasetRecord::name)
                .returns(before.description(), DatasetRecord::description)
                .returns(before.tags(), DatasetRecord::tags)
                .returns(before.hint(), DatasetRecord::hint)
                .returns(before.visibility(), DatasetRecord::visibility)
                .returns(before.organization(), DatasetRecord::organization)
                .returns(before.owner(), DatasetRecord::owner);
    }

    private void update(Datasets.MetadataChange change) {
        assertThat(catalog.datasets().update(CATS, change, null, story.actor())).isTrue();
    }

    @Test
    void everythingPeopleEditCanBeChanged() {
        create(DatasetState.LIVE, null, Visibility.PUBLIC);
        var eve = catalog.person("Eve");
        int team = catalog.organization(Set.of(eve));
        var hint = new AnalysisHint(Format.YOLO, null, null);
        update(new Datasets.MetadataChange("Dogs", "Now dogs", List.of(), hint, Visibility.ORGANIZATION, team, eve));
        assertThat(cats())
                .returns("Dogs", DatasetRecord::name)
                .returns("Now dogs", DatasetRecord::description)
                .returns(List.of(), DatasetRecord::tags)
                .returns(hint, DatasetRecord::hint)
                .returns(Visibility.ORGANIZATION, DatasetRecord::visibility)
                .returns(team, DatasetRecord::organization)
                .returns(eve, DatasetRecord::owner);
        update(new Datasets.MetadataChange(null, null, null, AnalysisHint.NONE, null, 0, null));
        assertThat(cats()).returns(null, DatasetRecord::organization).returns(AnalysisHint.NONE, DatasetRecord::hint);
    }

    @Test
    void aChangeMadeForAnotherRevisionChangesNothing() {
        create(DatasetState.LIVE, null, Visibility.PUBLIC);
        long seen = cats().revision();
        assertThat(rename("First", seen)).isTrue();
        assertThat(cats().revision()).isGreaterThan(seen);
        assertThat(rename("Second", seen)).isFalse();
        assertThat(cats().name()).isEqualTo("First");
        assertThat(rename("Third", cats().revision())).isTrue();
        assertThat(cats().name()).isEqualTo("Third");
    }

    private boolean rename(String name, long revision) {
        var change = new Datasets.MetadataChange(name, null, null, null, null, null, null);
        return catalog.datasets().update(CATS, change, revision, story.actor());
    }

    @Test
    void aCommitIsNoChangeOfTheRevision() {
        create(DatasetState.LIVE, null, Visibility.PUBLIC);
        long seen = cats().revision();
        story.upload(CATS, put("a", "one"));
        assertThat(cats().revision()).isEqualTo(seen);
    }

    @Test
    void onlyALiveDatasetIsEdited() {
        create(DatasetState.LIVE, null, Visibility.PUBLIC);
        long revision = cats().revision();
        catalog.datasets().trash(CATS, story.actor());
        assertThat(rename("Dogs", revision)).isFalse();
        catalog.datasets().restore(CATS, story.actor());
        assertThat(cats().name()).isEqualTo("고양이 10");
        assertThat(rename("Dogs", revision)).isTrue();
    }

    @Test
    void accessTellsOwnerRoleAndMembership() {
        var eve = catalog.person("Eve");
        var viewer = catalog.person("Vic");
        var member = catalog.person("Mia");
        int team = catalog.organization(Set.of(member, eve));
        create(DatasetState.LIVE, eve, Visibility.PRIVATE);
        catalog.grant(CATS, viewer, Role.VIEWER);
        assertThat(access(new Actor.Anonymous())).isEqualTo(new Access(Visibility.PRIVATE, eve, null, false));
        assertThat(access(person(viewer))).isEqualTo(new Access(Visibility.PRIVATE, eve, Role.VIEWER, false));
        assertThat(access(person(member)))
                .as("the dataset has no team")
                .isEqualTo(new Access(Visibility.PRIVATE, eve, null, false));
        update(new Datasets.MetadataChange(null, null, null, null, Visibility.ORGANIZATION, team, null));
        assertThat(access(person(member))).isEqualTo(new Access(Visibility.ORGANIZATION, eve, null, true));
        assertThat(access(person(viewer))).isEqualTo(new Access(Visibility.ORGANIZATION, eve, Role.VIEWER, false));
        catalog.grant(CATS, viewer, Role.EDITOR);
        assertThat(access(person(viewer)).role()).isEqualTo(Role.EDITOR);
    }

    private Access access(Actor caller) {
        var row = catalog.datasets().findAccess(CATS, caller).orElseThrow();
        assertThat(row.state()).isEqualTo(DatasetState.LIVE);
        return row.access();
    }

    @Test
    void aDatasetThatIsNotLiveIsSeenByNobody() {
        create(DatasetState.NEW, null, Visibility.PUBLIC);
        var admin = new Actor.Person(catalog.person("Root"), true, false);
        assertThat(catalog.datasets().findAccess(CATS, admin)).isEmpty();
        catalog.datasets().delete(CATS, story.actor());
        assertThat(catalog.datasets().findAccess(CATS, admin)).isEmpty();
        assertThat(catalog.datasets().findAccess(CATS, new Actor.Anonymous())).isEmpty();
    }

    @Test
    void aDatasetInTheTrashIsSeenByWhoMayRestoreIt() {
        var owner = catalog.person("Eve");
        var second = catalog.person("Oda");
        var editor = catalog.person("Edi");
        var admin = catalog.person("Root");
        create(DatasetState.LIVE, owner, Visibility.PUBLIC);
        catalog.grant(CATS, second, Role.OWNER);
        catalog.grant(CATS, editor, Role.EDITOR);
        catalog.datasets().trash(CATS, story.actor());
        for (var caller : List.of(person(owner), person(second), new Actor.Person(admin, true, false))) {
            assertThat(catalog.datasets().findAccess(CATS, caller))
                    .get()
                    .returns(DatasetState.TRASH, Datasets.AccessRow::state);
        }
        for (var caller : List.of(person(editor), person(catalog.person("Sam")), new Actor.Anonymous())) {
            assertThat(catalog.datasets().findAccess(CATS, caller)).isEmpty();
        }
    }

    @Test
    void aDatasetOfThePlatformInTheTrashIsNotTheAnonymousCallers() {
        create(DatasetState.LIVE, null, Visibility.PUBLIC);
        catalog.datasets().trash(CATS, story.actor());
        assertThat(catalog.datasets().findAccess(CATS, new Actor.Anonymous())).isEmpty();
        assertThat(catalog.datasets().findAccess(CATS, new Actor.Itself())).isPresent();
    }
}
