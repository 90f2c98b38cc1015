/// A dataset and what is known of it: identity, people's rights on it, and the values that analysis yields.
@NullMarked
package dev.gotgan.engine.dataset;

import org.jspecify.annotations.NullMarked;
