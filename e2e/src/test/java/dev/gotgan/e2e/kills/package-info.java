/// Kill the server anywhere in an upload, start it again, and look with SQL, files and `sha256sum` alone.
@NullMarked
package dev.gotgan.e2e.kills;

import org.jspecify.annotations.NullMarked;
