package dev.gotgan.engine.gallery;

import static dev.gotgan.engine.testing.CatalogStory.path;
import static dev.gotgan.engine.testing.CatalogStory.sha;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gotgan.engine.commit.NewFacts;
import dev.gotgan.engine.content.LogicalPath;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.facts.Annotation;
import dev.gotgan.engine.facts.Finding;
import dev.gotgan.engine.facts.Format;
import dev.gotgan.engine.facts.ImageFacts;
import dev.gotgan.engine.facts.ImageRow;
import dev.gotgan.engine.facts.LabelFacts;
import dev.gotgan.engine.facts.Severity;
import dev.gotgan.engine.gallery.ImagePages.Has;
import dev.gotgan.engine.gallery.ImagePages.Wanted;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What [ImagePages] promises.
public abstract class ImagePagesContract extends GalleryContract {
    private static final ImageRow A = row("a.jpg", "train", "a.txt", 2, 0);
    private static final ImageRow B = row("b.jpg", "val", "b.txt", 1, 0, 1);
    private static final ImageRow C = row("c.jpg", "train", null, 0);
    private static final ImageRow D = row("d.jpg", "", "d.txt", 0);
    private static final ImageRow E = row("é.jpg", "train", "e.txt", 1, 1);
    private static final ImageRow EMOJI = row("😀.jpg", "val", null, 0);
    private static final List<ImageRow> ALL = List.of(A, B, C, D, E, EMOJI);

    private static final Finding OF_PICTURE = finding(Severity.ERROR, "image_corrupt", "c.jpg", 0);
    private static final Finding OF_LABEL = finding(Severity.WARNING, "box_outside", "b.txt", 3);
    private static final Finding SAME_LABEL = finding(Severity.ERROR, "label_syntax", "b.txt", 9);
    private static final Finding ONLY_TOLD = finding(Severity.INFO, "image_turned", "a.jpg", 0);

    @Test
    void imagesComeInTheOrderOfTheirPathsAndPagesMissNone() {
        var dataset = committed(ALL);
        assertThat(walk(dataset, 1, Wanted.ALL, 1)).isEqualTo(paths(ALL));
        assertThat(walk(dataset, 1, Wanted.ALL, 4)).isEqualTo(paths(ALL));
        assertThat(catalog.images().page(DatasetId.random(), 1, Wanted.ALL, null, 10))
                .isEmpty();
    }

    @Test
    void anImageIsFoundByItsPathAsAPageListsIt() {
        var dataset = committed(ALL, OF_PICTURE, OF_LABEL, ONLY_TOLD);
        for (var listed : catalog.images().page(dataset, 1, Wanted.ALL, null, 10)) {
            assertThat(catalog.images().find(dataset, 1, listed.row().path())).contains(listed);
        }
        assertThat(catalog.images().find(dataset, 1, path("a.txt"))).isEmpty();
        assertThat(catalog.images().find(dataset, 2, path("nowhere.jpg"))).isEmpty();
        assertThat(catalog.images().find(DatasetId.random(), 1, path("a.jpg"))).isEmpty();
    }

    @Test
    void everyFilterAndEveryTwoOfThemFindTheSameImagesAsLookingAtEach() {
        var dataset = committed(ALL, OF_PICTURE, OF_LABEL, ONLY_TOLD);
        var problems = List.of(B, C);
        for (var split : new String[] {null, "train", "val", "", "nowhere"}) {
            for (var name : new String[] {null, "cat", "dog", "bird"}) {
                for (var has : Stream.concat(Stream.of((Has) null), Stream.of(Has.values()))
                        .toList()) {
                    var wanted = new Wanted(split, name, has);
                    var expected = ALL.stream()
                            .filter(row -> split == null || row.split().equals(split))
                            .filter(row -> name == null
                                    || row.classes().stream().map(CLASSES::get).anyMatch(name::equals))
                            .filter(row -> has != Has.LABELS || row.objects() > 0)
                            .filter(row -> has != Has.NO_LABELS || row.objects() == 0)
                            .filter(row -> has != Has.PROBLEMS || problems.contains(row))
                            .toList();
                    assertThat(walk(dataset, 1, wanted, 2)).as("%s", wanted).isEqualTo(paths(expected));
                    assertThat(catalog.images().count(dataset, 1, wanted))
                            .as("%s", wanted)
                            .isEqualTo(expected.size());
                }
            }
        }
    }

    @Test
    void whoReadsAFormerStateIsNotDisturbedByANewOne() {
        var dataset = committed(List.of(A, B, C, D), OF_PICTURE);
        var moved = row("c.jpg", "val", "c.txt", 1, 1);
        commit(dataset, List.of(path("a.jpg"), path("c.jpg")), List.of(moved, E), List.of(B, moved, D, E), OF_LABEL);
        assertThat(walk(dataset, 1, Wanted.ALL, 1)).isEqualTo(paths(List.of(A, B, C, D)));
        assertThat(walk(dataset, 2, Wanted.ALL, 1)).isEqualTo(paths(List.of(B, C, D, E)));
        for (var each : List.of(
                new State(new Wanted("train", null, null), List.of(A, C), List.of(E)),
                new State(new Wanted("val", null, null), List.of(B), List.of(B, C)),
                new State(new Wanted(null, null, Has.NO_LABELS), List.of(C, D), List.of(D)),
                new State(new Wanted(null, "cat", null), List.of(A, B), List.of(B)),
                new State(new Wanted("val", "dog", null), List.of(B), List.of(B, C)),
                new State(new Wanted(null, null, Has.PROBLEMS), List.of(C), List.of(B)),
                new State(new Wanted(null, "dog", Has.PROBLEMS), List.of(), List.of(B)))) {
            assertThat(walk(dataset, 1, each.wanted, 1)).as("%s", each.wanted).isEqualTo(paths(each.before));
            assertThat(walk(dataset, 2, each.wanted, 1)).as("%s", each.wanted).isEqualTo(paths(each.after));
        }
    }

    private record State(Wanted wanted, List<ImageRow> before, List<ImageRow> after) {}

    @Test
    void anImageComesWithItsFactsItsFileAndItsClassesByName() {
        var facts = new ImageFacts(ImageFacts.Kind.JPEG, 40, 30, 6, 1, 8, null, "image_turned");
        var dataset = story.live();
        commit(dataset, List.of(), List.of(B), List.of(B), sink -> sink.image(sha("b.jpg"), facts));
        var image = first(dataset);
        assertThat(image.facts()).isEqualTo(facts);
        assertThat(catalog.images().findFacts(dataset, sha("b.jpg"))).contains(facts);
        assertThat(catalog.images().findFacts(dataset, sha("b.txt"))).isEmpty();
        assertThat(image.size()).isEqualTo("b.jpg".length());
        assertThat(image.classes()).containsExactly("cat", "dog");
        assertThat(image.row().label()).isEqualTo(path("b.txt"));
        assertThat(image.split()).isEqualTo("val");
    }

    @Test
    void whatIsLabelledOnAnImageIsToldWithTheNamesOfItsClasses() {
        var dataset = story.live();
        var box = new Annotation("", 0, "1", "box", true, new double[] {0.1, 0.2, 0.3, 0.4});
        var nameless = new Annotation("", 1, "7", "polygon", true, new double[] {0, 0, 1, 0, 1, 1});
        var elsewhere = new Annotation("", 0, "0", "box", true, new double[] {0, 0, 1, 1});
        commit(dataset, List.of(), List.of(A, B), List.of(A, B), sink -> {
            sink.label(new LabelFacts(sha("a.txt"), "yolo_lines", "{}"));
            sink.annotation(sha("a.txt"), box);
            sink.annotation(sha("a.txt"), nameless);
            sink.annotation(sha("b.txt"), elsewhere);
        });
        var labels = first(dataset).labels();
        assertThat(labels).extracting(ListedImage.Label::className).containsExactly("dog", "7");
        assertThat(labels.getFirst().annotation()).usingRecursiveComparison().isEqualTo(box);
        assertThat(labels.getLast().annotation().numbers()).containsExactly(0, 0, 1, 0, 1, 1);
    }

    @Test
    void aCocoFileNamesItsCategoriesByTheirIdsAndTellsEachImageItsOwn() {
        var dataset = story.live();
        var one = new ImageRow(path("a.jpg"), sha("a.jpg"), "", path("all.json"), "41", 1, List.of(0));
        var two = new ImageRow(path("b.jpg"), sha("b.jpg"), "", path("all.json"), "42", 1, List.of(1));
        commit(dataset, List.of(), List.of(one, two), analysis(Format.COCO, List.of(one, two)), sink -> {
            sink.label(new LabelFacts(sha("all.json"), "coco_json", """
                    {"c":["90","dog",false,"17","cat",true,"5","",false],"s":[2,2,0,0,0,0],"i":[]}"""));
            sink.annotation(sha("all.json"), new Annotation("41", 0, "17", "box", false, new double[] {1, 2, 3, 4}));
            sink.annotation(sha("all.json"), new Annotation("42", 0, "90", "box", false, new double[] {5, 6, 7, 8}));
            sink.annotation(sha("all.json"), new Annotation("42", 1, "5", "box", false, new double[] {5, 6, 7, 8}));
        });
        var page = catalog.images().page(dataset, 1, Wanted.ALL, null, 10);
        assertThat(page.getFirst().labels())
                .extracting(ListedImage.Label::className)
                .containsExactly("cat");
        assertThat(page.getLast().labels())
                .extracting(ListedImage.Label::className)
                .containsExactly("dog", "5");
    }

    @Test
    void problemsOfAnImageAreThoseOfItsPictureAndItsOwnLabelFileTheGravestFirst() {
        var dataset = committed(ALL, OF_PICTURE, OF_LABEL, SAME_LABEL, ONLY_TOLD);
        var page = catalog.images().page(dataset, 1, Wanted.ALL, null, 3);
        assertThat(page.get(0).problems()).isEmpty();
        assertThat(page.get(1).problems()).containsExactly(SAME_LABEL, OF_LABEL);
        assertThat(page.get(2).problems()).containsExactly(OF_PICTURE);
    }

    @Test
    void whatIsWrongWithAFileThatLabelsManyIsNoProblemOfEach() {
        var dataset = story.live();
        var one = new ImageRow(path("a.jpg"), sha("a.jpg"), "", path("all.json"), "41", 1, List.of(0));
        var wrong = finding(Severity.WARNING, "box_outside", "all.json", 0);
        commit(dataset, List.of(), List.of(one), analysis(Format.COCO, List.of(one), wrong), NewFacts.NONE);
        assertThat(first(dataset).problems()).isEmpty();
        assertThat(walk(dataset, 1, new Wanted(null, null, Has.PROBLEMS), 10)).isEmpty();
    }

    private ListedImage first(DatasetId dataset) {
        return catalog.images().page(dataset, 1, Wanted.ALL, null, 1).getFirst();
    }

    private List<LogicalPath> walk(DatasetId dataset, long generation, Wanted wanted, int limit) {
        var all = new ArrayList<LogicalPath>();
        LogicalPath after = null;
        while (true) {
            var page = catalog.images().page(dataset, generation, wanted, after, limit);
            page.forEach(image -> all.add(image.path()));
            if (page.size() < limit) {
                return all;
            }
            after = all.getLast();
        }
    }
}
