/// Images as people look at them: in filtered pages, upright, with what is labelled on them.
@NullMarked
package dev.gotgan.engine.gallery;

import org.jspecify.annotations.NullMarked;
