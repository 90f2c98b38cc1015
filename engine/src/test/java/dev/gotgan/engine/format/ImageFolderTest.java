package dev.gotgan.engine.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gotgan.engine.facts.Analysis;
import dev.gotgan.engine.facts.Finding;
import dev.gotgan.engine.facts.Format;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageFolderTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            cat/1 dog/2                                   | imagefolder image_classification [cat, dog] 2 images 2 objects
            pets/cat/1 pets/dog/2                         | imagefolder image_classification [cat, dog] 2 images 2 objects
            x/y/cat/1 x/y/dog/2                           | imagefolder image_classification [cat, dog] 2 images 2 objects
            train/cat/1 train/dog/2 val/cat/3             | imagefolder image_classification [cat, dog] 3 images train=2 val=1 3 objects
            pets/train/cat/1 pets/test/dog/2              | imagefolder image_classification [cat, dog] 2 images train=1 test=1 2 objects
            train/cat/1 train/dog/2                       | imagefolder image_classification [cat, dog] 2 images train=2 2 objects
            test/1 cat/2                                  | imagefolder image_classification [cat, test] 2 images 2 objects
            cat/1 cat/deep/er/2 dog/3                     | imagefolder image_classification [cat, dog] 3 images 3 objects
            cat/1 dog/2 3                                 | imagefolder image_classification [cat, dog] 2 images 2 objects
            train/cat/1 train/2 val/dog/3                 | imagefolder image_classification [cat, dog] 3 images train=2 val=1 2 objects
            1 2                                           | unknown unknown [] 2 images 0 objects
            photos/1 photos/2                             | unknown unknown [] 2 images 0 objects
            train/1 val/2                                 | unknown unknown [] 2 images train=1 val=1 0 objects
            images/1 images/2                             | unknown unknown [] 2 images 0 objects
            images/train/1 images/val/2                   | unknown unknown [] 2 images train=1 val=1 0 objects
            고양이/1 강아지/2                               | imagefolder image_classification [강아지, 고양이] 2 images 2 objects
            """)
    void foldersAreClassesOrNot(String images, String summary) {
        assertThat(Tables.summary(dataset(images))).isEqualTo(summary);
    }

    @Test
    void aFolderWithoutImagesIsAClassWithoutImages() {
        var analysis = new Upload()
                .with("train/cat/a.png", Pictures.png(9, 9))
                .with("train/dog/.gitkeep", "")
                .with("train/.cache/x.bin", "x")
                .analyze();
        assertThat(Tables.summary(analysis))
                .isEqualTo("imagefolder image_classification [cat, dog] 1 images train=1 1 objects");
        assertThat(analysis.findings())
                .extracting(f -> f.kind() + " " + f.value())
                .containsExactly("class_empty dog");
    }

    @Test
    void classesThatDifferOnlyInCaseAreTwoWithAWarning() {
        var analysis = dataset("Cat/1 cat/2 dog/3");
        assertThat(analysis.classes()).containsExactly("Cat", "cat", "dog");
        assertThat(analysis.findings()).extracting(Finding::kind).containsExactly("class_twins");
    }

    @Test
    void anImageInTheRootOfASplitCountsButHasNoClass() {
        var analysis = dataset("train/cat/1 train/dog/2 train/3");
        assertThat(analysis.images()).isEqualTo(3);
        assertThat(analysis.labelledImages()).isEqualTo(2);
        assertThat(analysis.findings())
                .extracting(f -> f.kind() + " " + f.path())
                .containsExactly("label_missing train/3.png");
    }

    @Test
    void labelFilesSpeakLouderThanFolders() {
        var analysis = new Upload()
                .with("cat/a.png", Pictures.png(9, 9))
                .with("cat/a.txt", "0 0.5 0.5 0.1 0.1\n")
                .with("dog/b.png", Pictures.png(8, 8))
                .with("dog/b.txt", "1 0.5 0.5 0.1 0.1\n")
                .with("data.yaml", "train: cat\nval: dog\nnames: [cat, dog]\n")
                .analyze();
        assertThat(analysis.format()).isEqualTo(Format.YOLO);
        assertThat(analysis.evidence().getLast()).startsWith("runner-up: imagefolder");
    }

    private static Analysis dataset(String images) {
        var upload = new Upload();
        int size = 5;
        for (var path : Arrays.stream(images.strip().split(" +", -1)).collect(Collectors.toList())) {
            upload.with(path + ".png", Pictures.png(size++, 5));
        }
        return upload.analyze();
    }
}
