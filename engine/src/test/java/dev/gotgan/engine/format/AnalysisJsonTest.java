package dev.gotgan.engine.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gotgan.engine.format.finding.FindingText;
import org.junit.jupiter.api.Test;

class AnalysisJsonTest {
    private final Upload upload = new Upload()
            .with("data.yaml", "train: images/train\nnc: 1\nnames: [cat]\n")
            .with("images/train/a.png", Pictures.png(8, 4))
            .with("labels/train/a.txt", "0 0.5 0.5 0.1 0.1\n1 0.5 0.5 0.1 0.1\n");

    @Test
    void theAnswerHasTheShapeOfTheSpecification() {
        assertThat(AnalysisJson.of(upload.analyze(), "local", FindingText.ENGLISH))
                .startsWith("""
                        {"status":"success","dataset_info":{"format":"yolo","confidence":0.99,\
                        "task_type":"object_detection",\
                        "structure":{"num_classes":1,"num_images":1,"classes":["cat"]},\
                        "statistics":{"total_images":1,"source":"local","validated":true,\
                        "labelled_images":1,"objects":2,"avg_width":8.0,"avg_height":4.0}},\
                        "splits":{"train":1},"training_ready":true,"evidence":["yolo (0.99): data.yaml names""")
                .contains("""
                        {"kind":"class_unknown","severity":"warning","reason":"label_class_unknown",\
                        "path":"labels/train/a.txt","line":2,"value":"1 (0–0)","count":1,\
                        "message":"The class 1 (0–0) is not among the names. Add its name, or mend the label."}""");
    }

    @Test
    void theSameFindingSpeaksKorean() {
        assertThat(AnalysisJson.of(upload.analyze(), "local", FindingText.KOREAN))
                .contains("이름 목록에 없는 클래스입니다: 1 (0–0).");
    }
}
