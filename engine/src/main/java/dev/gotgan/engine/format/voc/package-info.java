/// Pascal VOC (`spec/formats/pascal_voc.md`): an XML per image, and lists of names per split.
@NullMarked
package dev.gotgan.engine.format.voc;

import org.jspecify.annotations.NullMarked;
