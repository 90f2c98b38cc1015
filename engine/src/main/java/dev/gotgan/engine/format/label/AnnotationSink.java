package dev.gotgan.engine.format.label;

import dev.gotgan.engine.facts.Annotation;

/// Takes annotations one by one while a label file is read; they are never all in memory.
@FunctionalInterface
public interface AnnotationSink {
    /// For who wants counts and findings only: readers then build no annotation at all.
    AnnotationSink NONE = new AnnotationSink() {
        @Override
        public void annotation(Annotation annotation) {}

        @Override
        public boolean isWanted() {
            return false;
        }
    };

    void annotation(Annotation annotation);

    /// Whether annotations are to be built at all.
    default boolean isWanted() {
        return true;
    }
}
