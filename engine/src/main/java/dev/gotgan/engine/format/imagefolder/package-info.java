/// Folders as classes (`spec/formats/imagefolder.md`): `class/image`, or `split/class/image`.
@NullMarked
package dev.gotgan.engine.format.imagefolder;

import org.jspecify.annotations.NullMarked;
