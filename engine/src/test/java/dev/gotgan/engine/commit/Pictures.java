package dev.gotgan.engine.commit;

import static dev.gotgan.engine.testing.CatalogStory.path;
import static dev.gotgan.engine.testing.CatalogStory.sha;

import dev.gotgan.engine.content.Sha256;
import dev.gotgan.engine.facts.Analysis;
import dev.gotgan.engine.facts.Format;
import dev.gotgan.engine.facts.ImageFacts;
import dev.gotgan.engine.facts.ImageRow;
import dev.gotgan.engine.facts.LabelFacts;
import dev.gotgan.engine.facts.TaskType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Image rows and facts as a tree tells them.
final class Pictures {
    static final Analysis ANALYSIS = new Analysis(
            Format.YOLO,
            TaskType.OBJECT_DETECTION,
            0.9,
            List.of("data.yaml names the classes"),
            List.of("cat", "dog"),
            List.of(new Analysis.Split("train", 2)),
            2,
            2,
            3,
            640,
            480,
            List.of(),
            List.of());

    private Pictures() {}

    static ImageRow row(String path, int... classes) {
        var indices = IntStream.of(classes).boxed().toList();
        return new ImageRow(path(path), sha(path), "train", path(path + ".txt"), "7", 3, indices);
    }

    static ImageRowChanges none() {
        return new ImageRowChanges(List.of(), List.of(), List.of());
    }

    record Told(ImageRow row, List<String> classes) {}

    /// Everything that was told of contents, in any order.
    static final class Facts implements Tree.FactSink {
        final List<Object> told = new ArrayList<>();

        @Override
        public void image(Sha256 content, ImageFacts facts) {
            told.add(content);
            told.add(facts);
        }

        @Override
        public void label(LabelFacts facts) {
            told.add(facts);
        }
    }
}
