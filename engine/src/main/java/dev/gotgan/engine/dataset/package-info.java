/// A dataset and what is known of it: identity, people's rights on it, and the document that describes its head.
@NullMarked
package dev.gotgan.engine.dataset;

import org.jspecify.annotations.NullMarked;
