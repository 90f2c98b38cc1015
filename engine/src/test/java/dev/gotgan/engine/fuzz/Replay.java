package dev.gotgan.engine.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/// Runs inputs once, for whoever watches what they reach: `Replay TARGET FOLDER...`.
public final class Replay {
    private Replay() {}

    public static void main(String[] arguments) throws IOException {
        var target = Target.valueOf(arguments[0].toUpperCase(Locale.ROOT));
        for (String folder : Arrays.copyOfRange(arguments, 1, arguments.length)) {
            try (var inputs = Files.list(Path.of(folder))) {
                for (var input : inputs.toList()) {
                    target.run(Files.readAllBytes(input));
                }
            }
        }
    }
}
