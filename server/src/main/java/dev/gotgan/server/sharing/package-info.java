/// Who else may see and change a dataset.
@NullMarked
package dev.gotgan.server.sharing;

import org.jspecify.annotations.NullMarked;
