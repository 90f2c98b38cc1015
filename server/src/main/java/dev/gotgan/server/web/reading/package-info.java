/// How the states of a dataset are read, whatever is read of them: which generation, where a list goes on, findings.
@NullMarked
package dev.gotgan.server.web.reading;

import org.jspecify.annotations.NullMarked;
