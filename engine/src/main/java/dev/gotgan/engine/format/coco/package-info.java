/// COCO (`spec/formats/coco.md`): JSON files that list images, annotations and categories, in any order of keys.
@NullMarked
package dev.gotgan.engine.format.coco;

import org.jspecify.annotations.NullMarked;
