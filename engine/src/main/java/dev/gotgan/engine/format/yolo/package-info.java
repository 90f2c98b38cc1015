/// YOLO (`spec/formats/yolo.md`): a text line per object, a class first; splits and names in a data.yaml, in darknet's
/// obj.data, or nowhere.
@NullMarked
package dev.gotgan.engine.format.yolo;

import org.jspecify.annotations.NullMarked;
