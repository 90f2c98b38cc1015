/// Images to look at: in filtered pages, as small pictures, in figures.
@NullMarked
package dev.gotgan.server.images;

import org.jspecify.annotations.NullMarked;
