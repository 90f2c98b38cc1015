/// A dataset's files as every format looks at them: by path, by folder, by name; nothing here reads a byte.
@NullMarked
package dev.gotgan.engine.format.tree;

import org.jspecify.annotations.NullMarked;
