/// What a client that drives an upload is told: what a commit would make, and why it can't be made yet.
@NullMarked
package dev.gotgan.engine.direct.answer;

import org.jspecify.annotations.NullMarked;
