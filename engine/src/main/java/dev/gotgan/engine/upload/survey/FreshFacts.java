package dev.gotgan.engine.upload.survey;

import dev.gotgan.engine.commit.NewFacts;
import dev.gotgan.engine.content.Sha256;
import dev.gotgan.engine.facts.ImageFacts;
import dev.gotgan.engine.facts.LabelFacts;
import dev.gotgan.engine.format.tree.KnownFacts;
import org.jspecify.annotations.Nullable;

/// Facts that an upload brings: to be known by the analysis, and to be written by the commit.
public interface FreshFacts extends KnownFacts, NewFacts {
    /// A change that brings no content brings no facts.
    FreshFacts NONE = new FreshFacts() {
        @Override
        public @Nullable ImageFacts image(Sha256 content) {
            return null;
        }

        @Override
        public @Nullable LabelFacts label(Sha256 content) {
            return null;
        }

        @Override
        public void forEach(Sink sink) {
            // none
        }
    };
}
