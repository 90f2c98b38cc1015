/// What Gotgan does for datasets that nobody is working on: today, what becomes of those left in the trash.
@NullMarked
package dev.gotgan.engine.care;

import org.jspecify.annotations.NullMarked;
