package dev.gotgan.engine.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gotgan.engine.facts.Analysis;
import dev.gotgan.engine.facts.AnalysisHint;
import dev.gotgan.engine.format.folder.AnalyzeFolder;
import dev.gotgan.engine.testing.Shared;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Real datasets that nobody here made; the figures were counted without us.
class SharedDatasetsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            voc-bccd/BCCD | pascal_voc | object_detection | 364 | Platelets,RBC,WBC | train 205, val 87, test 72 | 4888
            if-sign-digits/Dataset | imagefolder | image_classification | 2062 | 0,1,2,3,4,5,6,7,8,9 | | 2062
            coco-rbc-roboflow | coco | object_detection | 240 | RBC-WBC,rbc,wbc | train 210, valid 20, test 10 | 5638
            yolo-rice-pest | yolo | object_detection | 530 | belalang pada tanaman padi,rice bug -hama padi-,\
            rice leaf roller -penggulung daun padi-,rice stem borer -penggerek batang padi-,ulat pada daun padi,\
            walang sangit pada tanaman padi,wereng pada daun padi | train 424, valid 53, test 53 | 780
            yolo-mark/x64/Release/data | yolo | object_detection | 10 | air,bird | train 10 | 35
            datumaro/coco_dataset/coco_instances | coco | object_detection | 2 | a,b,c | train 1, val 1 | 3
            datumaro/coco_dataset/coco_roboflow | coco | object_detection | 2 | a,b,c | train 1, val 1 | 3
            datumaro/voc_dataset/voc_dataset1 | pascal_voc | object_detection | 2 | cat,person | train 1, test 1 | 2
            datumaro/kaggle_dataset/relaxed_voc2 | pascal_voc | object_detection | 2 | cat,person | | 2
            datumaro/yolo_dataset/strict | yolo | object_detection | 1 | label_0,label_1,label_2,label_3,label_4,\
            label_5,label_6,label_7,label_8,label_9 | train 1 | 2
            datumaro/roboflow_dataset/yolo | yolo | object_detection | 3 | label_0,label_1 | train 2, val 1 | 4
            datumaro/imagenet_subsets_dataset | imagefolder | image_classification | 12 | label_0,label_1 \
            | train 4, val 4, test 4 | 9
            dup-imagededup/data/mixed_images | unknown | unknown | 5 | | | 0
            """)
    void everyDatasetIsWhatItIs(
            String folder, String format, String task, long images, String classes, String splits, long objects)
            throws IOException {
        var analysis = analyze(folder);
        assertThat(analysis.format().wire()).isEqualTo(format);
        assertThat(analysis.taskType().wire()).isEqualTo(task);
        assertThat(analysis.images()).isEqualTo(images);
        assertThat(analysis.classes()).isEqualTo(classes == null ? List.of() : Arrays.asList(classes.split(",", -1)));
        assertThat(splits(analysis)).isEqualTo(splits == null ? "" : splits);
        assertThat(analysis.objects()).isEqualTo(objects);
    }

    private static Analysis analyze(String folder) throws IOException {
        return new AnalyzeFolder()
                .of(Shared.at("data/" + folder), AnalysisHint.NONE)
                .analysis();
    }

    private static String splits(Analysis analysis) {
        return analysis.splits().stream()
                .map(split -> split.name() + " " + split.images())
                .collect(Collectors.joining(", "));
    }
}
