/// What a label file of YOLO lines says, read once and before anybody knows which task the dataset is for.
@NullMarked
package dev.gotgan.engine.format.yolo.line;

import org.jspecify.annotations.NullMarked;
