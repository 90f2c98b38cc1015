package dev.gotgan.engine.commit;

import dev.gotgan.engine.content.Sha256;
import dev.gotgan.engine.facts.Annotation;
import dev.gotgan.engine.facts.ImageFacts;
import dev.gotgan.engine.facts.LabelFacts;

/// Facts of contents, handed over one by one, since a dataset's annotations may not fit in memory.
/// Contents that have facts already may come again; they are the same.
public interface NewFacts {
    void forEach(Sink sink);

    interface Sink {
        void image(Sha256 content, ImageFacts facts);

        void label(LabelFacts facts);

        void annotation(Sha256 label, Annotation annotation);
    }

    NewFacts NONE = sink -> {};
}
