package dev.gotgan.engine.memory.rows;

import dev.gotgan.engine.commit.NewFacts;
import dev.gotgan.engine.commit.Tree;
import dev.gotgan.engine.content.Sha256;
import dev.gotgan.engine.facts.Annotation;
import dev.gotgan.engine.facts.ImageFacts;
import dev.gotgan.engine.facts.LabelFacts;
import java.util.HashMap;
import java.util.Map;

/// What is known of contents, whoever has them. Annotations are dropped: no port reads them back.
public final class FactRows implements NewFacts.Sink {
    private final Map<Sha256, ImageFacts> images = new HashMap<>();
    private final Map<Sha256, LabelFacts> labels = new HashMap<>();

    @Override
    public void image(Sha256 content, ImageFacts facts) {
        images.putIfAbsent(content, facts);
    }

    @Override
    public void label(LabelFacts facts) {
        labels.putIfAbsent(facts.sha256(), facts);
    }

    @Override
    public void annotation(Sha256 label, Annotation annotation) {}

    public void add(FactRows others) {
        others.images.forEach(this::image);
        others.labels.values().forEach(this::label);
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
