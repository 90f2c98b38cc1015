/// Input that is wrong, and trouble on the way: a clear answer, and everything as it was before.
@NullMarked
package dev.gotgan.e2e.trouble;

import org.jspecify.annotations.NullMarked;
