package dev.gotgan.server.web.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/// The `GOTGAN_` part of the environment; a name that nobody knows is a mistake worth stopping for.
record Variables(Map<String, String> environment) {
    private static final String PREFIX = "GOTGAN_";
    /* The CLI's own, often set in the shell that also starts the server. */
    private static final Set<String> OTHERS = Set.of("GOTGAN_URL", "GOTGAN_TOKEN", "GOTGAN_DEBUG");

    /// Only `known` ones may be set.
    static Variables of(Map<String, String> environment, Set<String> known) {
        var unknown = new TreeSet<String>();
        environment.keySet().stream()
                .filter(name -> name.startsWith(PREFIX) && !known.contains(name) && !OTHERS.contains(name))
                .forEach(unknown::add);
        if (!unknown.isEmpty()) {
            throw new SettingsRefused("unknown setting " + String.join(", ", unknown) + "; known are "
                    + String.join(", ", new TreeSet<>(known)));
        }
        return new Variables(environment);
    }

    /// An empty variable counts as none.
    Optional<String> find(String name) {
        return Optional.ofNullable(environment.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    /// The value of `name` as `read` understands it.
    ///
    /// @param kind what it must be, for the message when it is not
    <T> Optional<T> find(String name, String kind, Function<String, T> read) {
        return find(name).map(value -> read(name, value, kind, read));
    }

    /// The parts of a list between commas.
    <T> List<T> list(String name, String kind, Function<String, T> read) {
        return find(name).stream()
                .flatMap(all -> Stream.of(all.split(",")))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .map(part -> read(name, part, kind, read))
                .toList();
    }

    /// Whether its value may hold a password, which has no place in a log.
    private static boolean secret(String name) {
        return name.endsWith("_PASSWORD") || name.equals("GOTGAN_DATABASE_URL");
    }

    private static <T> T read(String name, String value, String kind, Function<String, T> read) {
        try {
            return read.apply(value);
        } catch (IllegalArgumentException e) {
            throw new SettingsRefused(name + (secret(name) ? "" : "=" + value) + " is no " + kind);
        }
    }
}
