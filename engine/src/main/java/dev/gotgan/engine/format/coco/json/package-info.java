/// One COCO file, read in one pass: what it lists, how its objects are labelled, and what is wrong in it. Where its
/// images lie, and what other files say, is not known here.
@NullMarked
package dev.gotgan.engine.format.coco.json;

import org.jspecify.annotations.NullMarked;
