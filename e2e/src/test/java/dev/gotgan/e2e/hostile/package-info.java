/// The corpus of hostile and odd inputs, sent in by every way there is and judged from outside.
@NullMarked
package dev.gotgan.e2e.hostile;

import org.jspecify.annotations.NullMarked;
