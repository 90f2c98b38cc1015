/// What a person sent, spooled to disk: an archive or many files, read twice.
@NullMarked
package dev.gotgan.engine.upload.source;

import org.jspecify.annotations.NullMarked;
