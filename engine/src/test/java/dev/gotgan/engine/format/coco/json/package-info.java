/// Reading COCO files token by token and past the parser has to come to the same.
@NullMarked
package dev.gotgan.engine.format.coco.json;

import org.jspecify.annotations.NullMarked;
