package dev.gotgan.engine.image;

import java.io.IOException;

/// One content whose bytes can be read anywhere: a file, an array, an object in a store.
public interface Ranges {
    /// Bytes in all.
    long size() throws IOException;

    /// Reads up to `length` bytes from position `at` into `into` from `offset`.
    ///
    /// @return how many, at least 1; -1 at or behind the end
    int read(long at, byte[] into, int offset, int length) throws IOException;
}
