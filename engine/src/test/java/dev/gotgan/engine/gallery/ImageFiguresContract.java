package dev.gotgan.engine.gallery;

import static dev.gotgan.engine.testing.CatalogStory.path;
import static dev.gotgan.engine.testing.CatalogStory.sha;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gotgan.engine.commit.NewFacts;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.facts.Annotation;
import dev.gotgan.engine.facts.Format;
import dev.gotgan.engine.facts.ImageFacts;
import dev.gotgan.engine.facts.ImageRow;
import dev.gotgan.engine.facts.LabelFacts;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What [ImageFigures] promises.
public abstract class ImageFiguresContract extends GalleryContract {
    private static final ImageRow A = row("a.jpg", "train", "a.txt", 2, 0);
    private static final ImageRow B = row("b.jpg", "val", "b.txt", 1, 0, 1);
    private static final ImageRow C = row("c.jpg", "", null, 0);

    @Test
    void whatDoesNotExistHasNone() {
        assertThat(catalog.figures().find(DatasetId.random(), 1)).isEmpty();
        assertThat(catalog.figures().find(story.live(), 7)).isEmpty();
    }

    @Test
    void imagesAreCountedBySplitAndClass() {
        var figures = figures(committed(List.of(A, B, C)), 1);
        assertThat(figures.images()).isEqualTo(3);
        assertThat(figures.labelledImages()).isEqualTo(2);
        assertThat(figures.objects()).isEqualTo(3);
        assertThat(figures.splits())
                .containsExactly(
                        new Figures.OfSplit(null, 1, 0, 0),
                        new Figures.OfSplit("train", 1, 1, 2),
                        new Figures.OfSplit("val", 1, 1, 1));
        assertThat(figures.classes())
                .containsExactly(new Figures.OfClass("cat", 2, 0), new Figures.OfClass("dog", 1, 0));
        assertThat(figures.classSplits())
                .containsExactly(
                        new Figures.ClassInSplit("cat", "train", 1),
                        new Figures.ClassInSplit("cat", "val", 1),
                        new Figures.ClassInSplit("dog", "val", 1));
        assertThat(bar(figures.objectsPerImage(), 0)).isEqualTo(1);
        assertThat(bar(figures.objectsPerImage(), 1)).isEqualTo(1);
        assertThat(bar(figures.objectsPerImage(), 2)).isEqualTo(1);
    }

    @Test
    void shapesAreMeasuredOnTheUprightPicture() {
        var dataset = story.live();
        var twins = row("twin.jpg", "train", "twin.txt", 1, 0);
        commit(dataset, List.of(), List.of(A, B, twins), analysis(Format.YOLO, List.of(A, B, twins)), sink -> {
            sink.image(sha("a.jpg"), picture(40, 20, 6));
            sink.image(sha("b.jpg"), picture(20, 40, 1));
            sink.image(sha("twin.jpg"), picture(300, 300, 1));
            sink.label(new LabelFacts(sha("a.txt"), "yolo_lines", "{}"));
            sink.annotation(sha("a.txt"), new Annotation("", 0, "0", "box", true, new double[] {0, 0, 1, 0.5}));
            sink.annotation(sha("a.txt"), new Annotation("", 1, "9", "box", true, new double[] {0, 0, 0.05, 0.05}));
            sink.annotation(sha("b.txt"), new Annotation("", 0, "1", "box", false, new double[] {0, 0, 2, 1}));
        });
        var figures = figures(dataset, 1);
        assertThat(figures.sizes()).containsExactly(new Figures.Size(20, 40, 2), new Figures.Size(300, 300, 1));
        assertThat(figures.classes())
                .containsExactly(
                        new Figures.OfClass("cat", 3, 1),
                        new Figures.OfClass("dog", 1, 1),
                        new Figures.OfClass("9", 0, 1));
        assertThat(bar(figures.boxAreas(), 0.5)).isEqualTo(1);
        assertThat(bar(figures.boxAreas(), 0.001)).isEqualTo(2);
        assertThat(bar(figures.boxRatios(), 0.25)).isEqualTo(1);
        assertThat(bar(figures.boxRatios(), 0.5)).as("turned: 1 by 2").isEqualTo(1);
        assertThat(bar(figures.boxRatios(), 2)).isEqualTo(1);
    }

    @Test
    void eachGenerationHasItsOwnHoweverOftenItIsAsked() {
        var dataset = committed(List.of(A, B));
        assertThat(figures(dataset, 1).images()).isEqualTo(2);
        commit(dataset, List.of(path("a.jpg")), List.of(C), List.of(B, C));
        assertThat(figures(dataset, 1)).isEqualTo(figures(dataset, 1));
        assertThat(figures(dataset, 1).splits())
                .extracting(Figures.OfSplit::name)
                .containsExactly("train", "val");
        assertThat(figures(dataset, 2).splits())
                .extracting(Figures.OfSplit::name)
                .containsExactly(null, "val");
    }

    @Test
    void aFolderOfClassesHasNoShapes() {
        var dataset = story.live();
        var image = row("cat/a.jpg", "", null, 1, 0);
        commit(dataset, List.of(), List.of(image), analysis(Format.IMAGEFOLDER, List.of(image)), NewFacts.NONE);
        assertThat(figures(dataset, 1).classes())
                .containsExactly(new Figures.OfClass("cat", 1, 0), new Figures.OfClass("dog", 0, 0));
        assertThat(figures(dataset, 1).boxAreas()).allMatch(bar -> bar.count() == 0);
    }

    private static ImageFacts picture(int width, int height, int orientation) {
        return new ImageFacts(ImageFacts.Kind.JPEG, width, height, orientation, 1, 8, null, null);
    }

    private Figures figures(DatasetId dataset, long generation) {
        return catalog.figures().find(dataset, generation).orElseThrow();
    }

    private static long bar(List<Figures.Bar> bars, double from) {
        return bars.stream()
                .filter(bar -> bar.from() == from)
                .findFirst()
                .orElseThrow()
                .count();
    }
}
