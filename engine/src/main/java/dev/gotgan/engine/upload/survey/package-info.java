/// Pass 1 over an upload: what is in it, before anything is stored.
@NullMarked
package dev.gotgan.engine.upload.survey;

import org.jspecify.annotations.NullMarked;
