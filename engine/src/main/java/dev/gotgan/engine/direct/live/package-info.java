/// What the live tree can spare a client that uploads.
@NullMarked
package dev.gotgan.engine.direct.live;

import org.jspecify.annotations.NullMarked;
