@NullMarked
package dev.gotgan.engine.commit;

import org.jspecify.annotations.NullMarked;
