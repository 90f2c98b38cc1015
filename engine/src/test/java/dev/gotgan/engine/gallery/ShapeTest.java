package dev.gotgan.engine.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gotgan.engine.facts.Annotation;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShapeTest {
    private static final Offset<Double> NEARLY = Offset.offset(1e-12);

    /// A box in the upper left of the raw pixels of a lying picture, 40 by 20.
    @ParameterizedTest
    @CsvSource({
        "1, 40, 20, 0.1, 0.2, 0.3, 0.4",
        "2, 40, 20, 0.6, 0.2, 0.3, 0.4",
        "3, 40, 20, 0.6, 0.4, 0.3, 0.4",
        "4, 40, 20, 0.1, 0.4, 0.3, 0.4",
        "5, 20, 40, 0.2, 0.1, 0.4, 0.3",
        "6, 20, 40, 0.4, 0.1, 0.4, 0.3",
        "7, 20, 40, 0.4, 0.6, 0.4, 0.3",
        "8, 20, 40, 0.2, 0.6, 0.4, 0.3",
        "0, 40, 20, 0.1, 0.2, 0.3, 0.4",
    })
    void aBoxIsTurnedAsItsPictureIs(int orientation, int width, int height, double x, double y, double w, double h) {
        var upright = new Upright(orientation, 40, 20);
        assertThat(upright.width()).isEqualTo(width);
        assertThat(upright.height()).isEqualTo(height);
        var shares = Shape.of(annotation("box", true, 0.1, 0.2, 0.3, 0.4), upright);
        assertThat(shares.box()).containsExactly(new double[] {x, y, w, h}, NEARLY);
        var pixels = Shape.of(annotation("box", false, 4, 4, 12, 8), upright);
        assertThat(pixels.box()).containsExactly(new double[] {x, y, w, h}, NEARLY);
        assertThat(pixels.points()).isEmpty();
    }

    @Test
    void aPolygonKeepsItsPointsAndGetsTheBoxAroundThem() {
        var shape = Shape.of(annotation("polygon", false, 10, 5, 30, 5, 20, 15), new Upright(1, 40, 20));
        assertThat(shape.kind()).isEqualTo("polygon");
        assertThat(shape.points()).containsExactly(new double[] {0.25, 0.25, 0.75, 0.25, 0.5, 0.75}, NEARLY);
        assertThat(shape.box()).containsExactly(new double[] {0.25, 0.25, 0.5, 0.5}, NEARLY);
    }

    @Test
    void aTurnedBoxIsAPolygonOfFourPoints() {
        var shape = Shape.of(annotation("oriented", false, 10, 0, 20, 10, 10, 20, 0, 10), new Upright(1, 20, 20));
        assertThat(shape.kind()).isEqualTo("polygon");
        assertThat(shape.points()).hasSize(8);
        assertThat(shape.box()).containsExactly(new double[] {0, 0, 1, 1}, NEARLY);
    }

    @Test
    void onlyKeypointsThatAreMarkedAreTold() {
        var coco = Shape.of(annotation("keypoints", false, 10, 10, 2, 0, 0, 0, 20, 5, 1), new Upright(1, 40, 20));
        assertThat(coco.points()).containsExactly(new double[] {0.25, 0.5, 0.5, 0.25}, NEARLY);
        assertThat(coco.box()).containsExactly(new double[] {0.25, 0.25, 0.25, 0.25}, NEARLY);
        var yolo = Shape.of(
                annotation("keypoints", true, 0.5, 0.5, 0.2, 0.4, 0.45, 0.4, 2, 0, 0, 0), new Upright(1, 40, 20));
        assertThat(yolo.box()).containsExactly(new double[] {0.4, 0.3, 0.2, 0.4}, NEARLY);
        assertThat(yolo.points()).containsExactly(new double[] {0.45, 0.4}, NEARLY);
        var unmarked = Shape.of(annotation("keypoints", true, 0.5, 0.5, 0.2, 0.4, 0.45, 0.4), new Upright(1, 40, 20));
        assertThat(unmarked.points()).containsExactly(new double[] {0.45, 0.4}, NEARLY);
    }

    @Test
    void ofAMaskOfRunsOnlyTheBoxIsTold() {
        var shape = Shape.of(annotation("mask", false, 4, 4, 12, 8), new Upright(1, 40, 20));
        assertThat(shape.kind()).isEqualTo("mask");
        assertThat(shape.box()).containsExactly(new double[] {0.1, 0.2, 0.3, 0.4}, NEARLY);
    }

    @Test
    void aPictureOfUnknownSizeMakesNoNumberThatIsNone() {
        var shape = Shape.of(annotation("box", false, 4, 4, 12, 8), new Upright(1, 0, 0));
        assertThat(shape.box()).containsExactly(0, 0, 0, 0);
    }

    private static Annotation annotation(String shape, boolean normalised, double... numbers) {
        return new Annotation("", 0, "0", shape, normalised, numbers);
    }
}
