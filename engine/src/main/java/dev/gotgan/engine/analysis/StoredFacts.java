package dev.gotgan.engine.analysis;

import dev.gotgan.engine.commit.Tree;
import dev.gotgan.engine.content.Sha256;
import dev.gotgan.engine.facts.ImageFacts;
import dev.gotgan.engine.facts.LabelFacts;
import dev.gotgan.engine.format.tree.KnownFacts;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Facts that just arrived, and behind them those the database has of a generation: no content is ever read
/// again.
final class StoredFacts implements KnownFacts, Tree.FactSink {
    private final KnownFacts fresh;
    private final Map<Sha256, ImageFacts> images = new HashMap<>();
    private final Map<Sha256, LabelFacts> labels = new HashMap<>();

    StoredFacts(KnownFacts fresh) {
        this.fresh = fresh;
    }

    @Override
    public void image(Sha256 content, ImageFacts facts) {
        images.put(content, facts);
    }

    @Override
    public void label(LabelFacts facts) {
        labels.put(facts.sha256(), facts);
    }

    @Override
    public @Nullable ImageFacts image(Sha256 content) {
        var found = fresh.image(content);
        return found != null ? found : images.get(content);
    }

    @Override
    public @Nullable LabelFacts label(Sha256 content) {
        var found = fresh.label(content);
        return found != null ? found : labels.get(content);
    }
}
