/// Where the parts are put together: every bean is written down here or in its feature, none is looked for.
@NullMarked
package dev.gotgan.server.wiring;

import org.jspecify.annotations.NullMarked;
