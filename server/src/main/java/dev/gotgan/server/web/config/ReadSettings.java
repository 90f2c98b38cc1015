package dev.gotgan.server.web.config;

import dev.gotgan.catalog.postgres.DatabaseUrl;
import dev.gotgan.store.s3.S3Address;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads and checks every setting before anything is started. The names and defaults are those of
/// `docs/guide/settings.md`.
public final class ReadSettings {
    private static final String DATA = "GOTGAN_DATA";
    private static final String STORE = "GOTGAN_STORE";
    private static final String DATABASE = "GOTGAN_DATABASE_URL";
    private static final String PUBLIC_URL = "GOTGAN_PUBLIC_URL";
    private static final String REGISTRATION = "GOTGAN_REGISTRATION";
    private static final String ANONYMOUS = "GOTGAN_ANONYMOUS";
    private static final String ADMIN_EMAIL = "GOTGAN_ADMIN_EMAIL";
    private static final String ADMIN_PASSWORD = "GOTGAN_ADMIN_PASSWORD";
    private static final String PROXIES = "GOTGAN_TRUSTED_PROXIES";
    private static final String UPLOAD_MAX = "GOTGAN_UPLOAD_MAX_BYTES";
    private static final String ANALYZE_ROOTS = "GOTGAN_ANALYZE_ROOTS";

    private static final long USUAL_UPLOAD = 20L << 30;
    private static final int PORTS = 65_536;

    private final Variables variables;
    private final CommandLine line;

    private ReadSettings(Variables variables, CommandLine line) {
        this.variables = variables;
        this.line = line;
    }

    /// @throws SettingsRefused something is unknown or can't be
    public static Settings from(Map<String, String> environment, List<String> arguments) {
        var known = Set.of(
                DATA,
                STORE,
                DATABASE,
                PUBLIC_URL,
                REGISTRATION,
                ANONYMOUS,
                ADMIN_EMAIL,
                ADMIN_PASSWORD,
                PROXIES,
                UPLOAD_MAX,
                ANALYZE_ROOTS);
        return new ReadSettings(Variables.of(environment, known), CommandLine.parse(arguments)).settings();
    }

    private Settings settings() {
        var data = Path.of(line.value("--data", variables.find(DATA).orElse("gotgan-data")))
                .toAbsolutePath()
                .normalize();
        return new Settings(
                data,
                http(),
                storage(data),
                signIn(),
                new Settings.Upload(variables
                        .find(UPLOAD_MAX, "number of bytes", ReadSettings::positive)
                        .orElse(USUAL_UPLOAD)),
                new Settings.Analyze(variables.list(ANALYZE_ROOTS, "absolute path", ReadSettings::absolute)));
    }

    private Settings.Storage storage(Path data) {
        var inBucket =
                variables.find(STORE).filter(store -> store.startsWith("s3:")).isPresent();
        return new Settings.Storage(
                inBucket
                        ? data.resolve("store")
                        : variables
                                .find(STORE, "file:///… or s3://bucket[/prefix] address", ReadSettings::folder)
                                .orElse(data.resolve("store")),
                inBucket ? orNull(STORE, "s3://bucket[/prefix] address", this::bucket) : null,
                orNull(DATABASE, "postgresql://… address", DatabaseUrl::parse));
    }

    private S3Address bucket(String store) {
        return S3Address.parse(store, variables.environment());
    }

    private Settings.Http http() {
        return new Settings.Http(
                line.value("--host", "127.0.0.1"),
                port(line.value("--port", "8080")),
                orNull(PUBLIC_URL, "http:// or https:// address", ReadSettings::web),
                variables.list(PROXIES, "address or network", AddressRange::parse));
    }

    private Settings.SignIn signIn() {
        return new Settings.SignIn(
                variables
                        .find(
                                REGISTRATION,
                                "policy: closed, invite or open",
                                word -> oneOf(Settings.Registration.class, word))
                        .orElse(Settings.Registration.CLOSED),
                variables
                        .find(ANONYMOUS, "choice: true or false", word -> oneOf(Settings.Anonymous.class, word))
                        .orElse(Settings.Anonymous.TRUE),
                variables.find(ADMIN_EMAIL).orElse(null),
                variables.find(ADMIN_PASSWORD).orElse(null));
    }

    private <T> @Nullable T orNull(String name, String kind, Function<String, T> read) {
        return variables.find(name, kind, read).orElse(null);
    }

    private static int port(String text) {
        try {
            int port = Integer.parseInt(text);
            if (port >= 0 && port < PORTS) {
                return port;
            }
        } catch (NumberFormatException e) {
            // refused below, with the same words
        }
        throw new SettingsRefused("--port takes 0 to 65535, not " + text);
    }

    private static <E extends Enum<E>> E oneOf(Class<E> choices, String word) {
        return Enum.valueOf(choices, word.toUpperCase(Locale.ROOT));
    }

    private static long positive(String text) {
        long number = Long.parseLong(text);
        if (number <= 0) {
            throw new IllegalArgumentException(text);
        }
        return number;
    }

    private static Path absolute(String text) {
        var path = Path.of(text);
        if (!path.isAbsolute()) {
            throw new IllegalArgumentException(text);
        }
        return path.normalize();
    }

    private static Path folder(String text) {
        var address = URI.create(text);
        if (!"file".equals(address.getScheme())) {
            throw new IllegalArgumentException(text);
        }
        return Path.of(address);
    }

    private static URI web(String text) {
        var address = URI.create(text);
        if (address.getHost() == null || !Set.of("http", "https").contains(String.valueOf(address.getScheme()))) {
            throw new IllegalArgumentException(text);
        }
        return address;
    }
}
