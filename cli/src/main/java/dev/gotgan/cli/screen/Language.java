package dev.gotgan.cli.screen;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The language of the person in front of the screen.
///
/// Java's own idea of it is not asked: where a container has no Korean locale installed, it is English whatever `LANG`
/// says.
public final class Language {
    private Language() {}

    /// What was asked for, else what the first of `LC_ALL`, `LC_MESSAGES` and `LANG` that is set says; else English.
    public static Locale of(@Nullable String asked, Map<String, String> environment) {
        var set = Stream.of("LC_ALL", "LC_MESSAGES", "LANG")
                .map(name -> environment.getOrDefault(name, ""))
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse("");
        var wanted = asked == null ? set : asked;
        return wanted.toLowerCase(Locale.ROOT).matches("ko([_.@-].*)?") ? Locale.KOREAN : Locale.ENGLISH;
    }
}
