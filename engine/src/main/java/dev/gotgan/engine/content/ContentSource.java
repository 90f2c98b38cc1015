package dev.gotgan.engine.content;

import java.io.IOException;
import java.io.InputStream;

/// Bytes that can be read from the start, once per call.
@FunctionalInterface
public interface ContentSource {
    InputStream open() throws IOException;
}
