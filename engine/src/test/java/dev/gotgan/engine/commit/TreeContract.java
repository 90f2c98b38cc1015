package dev.gotgan.engine.commit;

import static dev.gotgan.engine.testing.CatalogStory.etag;
import static dev.gotgan.engine.testing.CatalogStory.file;
import static dev.gotgan.engine.testing.CatalogStory.path;
import static dev.gotgan.engine.testing.CatalogStory.put;
import static dev.gotgan.engine.testing.CatalogStory.remove;
import static dev.gotgan.engine.testing.CatalogStory.sha;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gotgan.engine.content.FileEntry;
import dev.gotgan.engine.content.LogicalPath;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.facts.Annotation;
import dev.gotgan.engine.facts.ImageFacts;
import dev.gotgan.engine.facts.LabelFacts;
import dev.gotgan.engine.store.Key;
import dev.gotgan.engine.store.StoreLayout;
import dev.gotgan.engine.testing.CatalogContract;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What [Tree] promises.
public abstract class TreeContract extends CatalogContract {
    private static final ImageFacts FACTS =
            new ImageFacts(ImageFacts.Kind.PNG, 640, 480, 6, 1, 8, null, "image_no_end");
    private static final LabelFacts LABEL = new LabelFacts(sha("label"), "yolo_lines", "{\"objects\":1}");

    @Test
    void filesComeInTheOrderOfTheirUtf8Bytes() {
        var dataset = story.live();
        story.upload(
                dataset, put("\uFF5E", "1"), put("\uD83D\uDE3A", "2"), put("a/b", "3"), put("a.b", "4"), put("Z", "5"));
        assertThat(paths(story.files(dataset, 1))).containsExactly("Z", "a.b", "a/b", "\uFF5E", "\uD83D\uDE3A");
    }

    @Test
    void aGenerationThatIsNotThereHoldsNothing() {
        var dataset = story.live();
        story.upload(dataset, put("a", "one"));
        assertThat(story.files(dataset, 0)).isEmpty();
        assertThat(story.files(DatasetId.random(), 1)).isEmpty();
        assertThat(catalog.tree().page(DatasetId.random(), 1, "", null, 10)).isEmpty();
        assertThat(catalog.tree().locate(DatasetId.random(), 1, List.of(path("a"))))
                .isEmpty();
    }

    @Test
    void aPageBeginsAfterAPathAndStaysBelowItsPrefix() {
        var dataset = story.live();
        story.upload(dataset, put("a/1", "1"), put("a/2", "2"), put("a/3", "3"), put("a0", "4"), put("b", "5"));
        assertThat(page(dataset, "", null, 3)).containsExactly("a/1", "a/2", "a/3");
        assertThat(page(dataset, "", "a/3", 3)).containsExactly("a0", "b");
        assertThat(page(dataset, "a/", null, 10)).containsExactly("a/1", "a/2", "a/3");
        assertThat(page(dataset, "a/", "a/1", 1)).containsExactly("a/2");
        assertThat(page(dataset, "a", "a/2", 10)).containsExactly("a/3", "a0");
        assertThat(page(dataset, "a/", "a0", 10)).isEmpty();
        assertThat(page(dataset, "b", "a", 10)).containsExactly("b");
        assertThat(page(dataset, "c", null, 10)).isEmpty();
    }

    @Test
    void aPrefixIsNoPattern() {
        var dataset = story.live();
        story.upload(dataset, put("a_1", "1"), put("ab1", "2"), put("a%1", "3"), put("a*1", "4"));
        assertThat(page(dataset, "a_", null, 10)).containsExactly("a_1");
        assertThat(page(dataset, "a%", null, 10)).containsExactly("a%1");
        assertThat(page(dataset, "a*", null, 10)).containsExactly("a*1");
    }

    @Test
    void pagesShowTheGenerationAskedFor() {
        var dataset = story.live();
        story.upload(dataset, put("a", "1"), put("b", "2"));
        story.upload(dataset, remove("a"), put("b", "3"), put("c", "4"));
        assertThat(catalog.tree().page(dataset, 1, "", null, 10)).containsExactly(file("a", "1"), file("b", "2"));
        assertThat(catalog.tree().page(dataset, 2, "", null, 10)).containsExactly(file("b", "3"), file("c", "4"));
    }

    @Test
    void aFileCommittedAtItsLiveKeyIsReadThere() {
        var dataset = story.live();
        story.upload(dataset, put("a", "one"));
        var located = locate(dataset, 1, "a");
        assertThat(located.file()).isEqualTo(file("a", "one"));
        assertThat(located.live()).isEqualTo(new Tree.Live(live(dataset, "a"), etag(sha("one"))));
        assertThat(located.copy()).isNull();
    }

    @Test
    void aFileThatIsNotPublishedYetIsReadFromItsCopy() {
        var dataset = story.live();
        story.upload(dataset, put("a", "one"));
        var session = story.session(dataset);
        var planned = story.plan(session, put("a", "two"));
        story.arrive(session, planned);
        story.commit(session);
        var located = locate(dataset, 2, "a");
        assertThat(located.live()).isNull();
        assertThat(located.copy()).isEqualTo(((Planned.Upload) planned.getFirst()).key());
    }

    @Test
    void theOldContentIsReadAtTheLiveKeyUntilThePublisherMovesIt() {
        var dataset = story.live();
        story.upload(dataset, put("a", "one"));
        story.upload(dataset, put("a", "two"));
        assertThat(locate(dataset, 1, "a").live()).as("pending or not").isNotNull();
        story.publish(dataset);
        var old = locate(dataset, 1, "a");
        assertThat(old.live()).isNull();
        assertThat(old.copy()).isNotNull();
        assertThat(locate(dataset, 2, "a").live()).isEqualTo(new Tree.Live(live(dataset, "a"), etag(sha("two"))));
    }

    @Test
    void aContentPublishedAtAnotherPathIsNotReadThere() {
        var dataset = story.live();
        story.upload(dataset, put("a", "one"), put("b", "one"));
        var live = etag(sha("one"));
        assertThat(catalog.tree().locate(dataset, 1, List.of(path("a"), path("b"), path("c"))))
                .containsExactlyInAnyOrder(
                        new Tree.Located(file("a", "one"), new Tree.Live(live(dataset, "a"), live), null),
                        new Tree.Located(file("b", "one"), new Tree.Live(live(dataset, "b"), live), null));
    }

    @Test
    void aContentIsFoundWhereverItWasLastPublished() {
        var dataset = story.live();
        story.upload(dataset, put("a", "one"), put("b", "two"));
        story.upload(story.live(), put("c", "three"));
        var contents = List.of(sha("one"), sha("three"), sha("four"));
        assertThat(catalog.tree().findLive(dataset, contents))
                .containsExactly(Map.entry(sha("one"), new Tree.Live(live(dataset, "a"), etag(sha("one")))));
        story.upload(dataset, put("a", "four"));
        assertThat(catalog.tree().findLive(dataset, contents)).as("pending").containsOnlyKeys(sha("one"));
        story.publish(dataset);
        assertThat(catalog.tree().findLive(dataset, contents)).containsOnlyKeys(sha("four"));
        assertThat(catalog.tree().findLive(DatasetId.random(), contents)).isEmpty();
    }

    @Test
    void anUploadThatWasAbortedIsReadNowhere() {
        var dataset = story.live();
        story.upload(dataset, put("a", "one"));
        var session = story.arrived(dataset, put("b", "two"));
        catalog.sessions().abort(session);
        story.upload(dataset, put("b", "two"));
        var located = locate(dataset, 2, "b");
        assertThat(catalog.doomed().due(10)).extracting(doomed -> doomed.key()).doesNotContain(located.copy());
        assertThat(located.copy()).isNotNull();
    }

    @Test
    void factsOfAContentAreToldOncePerGenerationThatHoldsIt() {
        var dataset = story.live();
        commit(dataset, facts(), put("a.png", "image"), put("b.png", "image"), put("a.txt", "label"));
        story.upload(dataset, remove("a.png"), remove("b.png"));
        var first = new Pictures.Facts();
        catalog.tree().forEachFact(dataset, 1, first);
        assertThat(first.told).containsExactlyInAnyOrder(sha("image"), FACTS, LABEL);
        var second = new Pictures.Facts();
        catalog.tree().forEachFact(dataset, 2, second);
        assertThat(second.told).containsExactly(LABEL);
    }

    @Test
    void factsThatComeAgainAreTheSame() {
        var dataset = story.live();
        commit(dataset, facts(), put("a.png", "image"));
        commit(dataset, facts(), put("b.png", "image"), put("a.txt", "label"));
        var facts = new Pictures.Facts();
        catalog.tree().forEachFact(dataset, 2, facts);
        assertThat(facts.told).containsExactlyInAnyOrder(sha("image"), FACTS, LABEL);
    }

    @Test
    void factsOfARefusedCommitAreNotKept() {
        var dataset = story.live();
        var session = story.session(dataset);
        var content = "image " + dataset;
        story.plan(session, put("a.png", content));
        var plan = story.planOf(session, told -> told.image(sha(content), FACTS), Pictures.ANALYSIS, Pictures.none());
        try {
            catalog.commits().commit(plan);
        } catch (CommitRefused.Unsealed expected) {
            story.arrive(session, story.plan(session, put("a.png", content)));
        }
        story.commit(session);
        var facts = new Pictures.Facts();
        catalog.tree().forEachFact(dataset, 1, facts);
        assertThat(facts.told).isEmpty();
    }

    @Test
    void imagesAreToldInPathOrderWithTheNamesOfTheirClasses() {
        var dataset = story.live();
        var images = new ImageRowChanges(
                List.of(), List.of(Pictures.row("b.png", 1, 0), Pictures.row("a.png", 0)), List.of("dog", "cat"));
        commit(dataset, images, put("a.png", "1"), put("b.png", "2"));
        assertThat(pictures(dataset, 1))
                .containsExactly(
                        new Pictures.Told(Pictures.row("a.png"), List.of("dog")),
                        new Pictures.Told(Pictures.row("b.png"), List.of("cat", "dog")));
    }

    @Test
    void imagesOfAnOlderGenerationRemainWhatTheyWere() {
        var dataset = story.live();
        var first = new ImageRowChanges(
                List.of(), List.of(Pictures.row("a.png", 0), Pictures.row("b.png", 0)), List.of("cat"));
        commit(dataset, first, put("a.png", "1"), put("b.png", "2"), put("c.png", "3"));
        var second = new ImageRowChanges(
                List.of(path("a.png"), path("b.png")), List.of(Pictures.row("a.png", 1)), List.of("bird", "dog"));
        commit(dataset, second, put("c.png", "4"));
        assertThat(pictures(dataset, 1))
                .extracting(Pictures.Told::classes)
                .containsExactly(List.of("cat"), List.of("cat"));
        assertThat(pictures(dataset, 2)).containsExactly(new Pictures.Told(Pictures.row("a.png"), List.of("dog")));
    }

    private void commit(DatasetId dataset, NewFacts facts, Change... changes) {
        var session = story.arrived(dataset, changes);
        catalog.commits().commit(story.planOf(session, facts, Pictures.ANALYSIS, Pictures.none()));
    }

    private void commit(DatasetId dataset, ImageRowChanges images, Change... changes) {
        var session = story.arrived(dataset, changes);
        catalog.commits().commit(story.planOf(session, NewFacts.NONE, Pictures.ANALYSIS, images));
    }

    private static NewFacts facts() {
        return sink -> {
            sink.image(sha("image"), FACTS);
            sink.label(LABEL);
            sink.annotation(sha("label"), new Annotation("", 0, "0", "box", true, new double[] {0.5, 0.5, 0.25, 0.25}));
        };
    }

    private List<Pictures.Told> pictures(DatasetId dataset, long generation) {
        var told = new ArrayList<Pictures.Told>();
        catalog.tree().forEachImage(dataset, generation, (row, classes) -> told.add(new Pictures.Told(row, classes)));
        return told;
    }

    private Tree.Located locate(DatasetId dataset, long generation, String path) {
        return catalog.tree().locate(dataset, generation, List.of(path(path))).getFirst();
    }

    private static Key live(DatasetId dataset, String path) {
        return StoreLayout.live(StoreLayout.livePrefix(dataset), path(path));
    }

    private List<String> page(DatasetId dataset, String prefix, @Nullable String after, int limit) {
        LogicalPath from = after == null ? null : path(after);
        return paths(catalog.tree().page(dataset, story.head(dataset).generation(), prefix, from, limit));
    }

    private static List<String> paths(List<FileEntry> files) {
        return files.stream().map(file -> file.path().value()).toList();
    }
}
