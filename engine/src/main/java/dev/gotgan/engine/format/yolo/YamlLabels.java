package dev.gotgan.engine.format.yolo;

import dev.gotgan.engine.format.label.ReadLabel;
import java.io.IOException;
import java.io.InputStream;

/// Reads a `.yaml` or `.yml`: a data.yaml, or something else.
public final class YamlLabels {
    private YamlLabels() {}

    /// Reads a whole content.
    ///
    /// @param first its beginning, up to `length`: at least 1 MiB, or all of it
    /// @param rest  what follows; only whether anything does is asked
    public static ReadLabel read(byte[] first, int length, InputStream rest) throws IOException {
        boolean more = rest.read() >= 0;
        return more ? DataYaml.tooLong(first, length) : DataYaml.read(first, length);
    }
}
