package dev.gotgan.engine.fuzz;

import java.io.IOException;
import java.util.Locale;

/// Where the fuzzer comes in (`./gotgan fuzz TARGET SECONDS`); it finds the methods by their names.
public final class FuzzEntry {
    private static final Target TARGET =
            Target.valueOf(System.getProperty("gotgan.fuzz", "zip").toUpperCase(Locale.ROOT));

    private FuzzEntry() {}

    /// Loads and warms what is needed, so that the first input is not taken for one that never ends.
    public static void fuzzerInitialize() throws IOException {
        Seeds.own(TARGET).forEach(TARGET::run);
    }

    public static void fuzzerTestOneInput(byte[] input) {
        TARGET.run(input);
    }
}
