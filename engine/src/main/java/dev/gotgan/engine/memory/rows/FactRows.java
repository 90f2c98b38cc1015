package dev.gotgan.engine.memory.rows;

import dev.gotgan.engine.commit.NewFacts;
import dev.gotgan.engine.commit.Tree;
import dev.gotgan.engine.content.Sha256;
import dev.gotgan.engine.facts.Annotation;
import dev.gotgan.engine.facts.ImageFacts;
import dev.gotgan.engine.facts.LabelFacts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is known of contents, whoever has them.
public final class FactRows implements NewFacts.Sink {
    private final Map<Sha256, ImageFacts> images = new HashMap<>();
    private final Map<Sha256, LabelFacts> labels = new HashMap<>();
    private final Map<Sha256, Map<String, List<Annotation>>> annotations = new HashMap<>();

    @Override
    public void image(Sha256 content, ImageFacts facts) {
        images.putIfAbsent(content, facts);
    }

    @Override
    public void label(LabelFacts facts) {
        labels.putIfAbsent(facts.sha256(), facts);
    }

    @Override
    public void annotation(Sha256 label, Annotation annotation) {
        annotations
                .computeIfAbsent(label, _ -> new HashMap<>())
                .computeIfAbsent(annotation.imageRef(), _ -> new ArrayList<>())
                .add(annotation);
    }

    public void add(FactRows others) {
        others.images.forEach(this::image);
        others.labels.values().forEach(this::label);
        others.annotations.forEach(annotations::putIfAbsent);
    }

    public Optional<ImageFacts> findImage(Sha256 content) {
        return Optional.ofNullable(images.get(content));
    }

    public Optional<LabelFacts> findLabel(Sha256 content) {
        return Optional.ofNullable(labels.get(content));
    }

    /// What a label file says of one image, in its order.
    public List<Annotation> annotations(Sha256 label, String imageRef) {
        return annotations.getOrDefault(label, Map.of()).getOrDefault(imageRef, List.of());
    }

    public void tell(Sha256 content, Tree.FactSink sink) {
        var image = images.get(content);
        if (image != null) {
            sink.image(content, image);
        }
        var label = labels.get(content);
        if (label != null) {
            sink.label(label);
        }
    }
}
