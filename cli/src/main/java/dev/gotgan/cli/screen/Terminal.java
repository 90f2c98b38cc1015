package dev.gotgan.cli.screen;

import java.io.Console;
import java.util.Optional;

/// The person in front of the screen, if there is one.
public final class Terminal {
    private Terminal() {}

    /// Empty in scripts, pipes and CI.
    @SuppressWarnings("SystemConsoleNull") // JDK 25 went back to the console that is null without a terminal
    public static Optional<Console> find() {
        return Optional.ofNullable(System.console()).filter(Console::isTerminal);
    }
}
