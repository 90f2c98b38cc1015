package dev.gotgan.e2e.parts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/// One server for all stories that do not hurt it, and the people in it.
public final class Gotgan {
    public static final String ADMIN = "admin@localhost";
    private static final AtomicInteger PEOPLE = new AtomicInteger();

    private static final class Shared {
        private static final RunningServer SERVER = shared();
        private static final String ADMIN_TOKEN = Client.newToken(SERVER.url(), ADMIN, SERVER.adminPassword());
    }

    private Gotgan() {}

    private static RunningServer shared() {
        var server = RunningServer.start(freshFolder("shared"));
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        return server;
    }

    /// A new folder below `e2e/target`.
    public static Path freshFolder(String name) {
        try {
            var target = Repository.root().resolve("e2e/target/runs");
            Files.createDirectories(target);
            return Files.createTempDirectory(target, name + "-").resolve("data");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static RunningServer server() {
        return Shared.SERVER;
    }

    public static Client admin() {
        return Client.withToken(server().url(), Shared.ADMIN_TOKEN);
    }

    public static String adminToken() {
        return Shared.ADMIN_TOKEN;
    }

    public static Client anonymous() {
        return Client.anonymous(server().url());
    }

    /// Somebody new, made by the admin.
    public static Person person() {
        String email = "person" + PEOPLE.incrementAndGet() + "@example.test";
        String password = "a long enough passphrase " + PEOPLE.get();
        var made = admin().send("POST", "/api/v1/users", Map.of("email", email, "password", password));
        if (made.status() != 201) {
            throw new IllegalStateException("no person: " + made);
        }
        String token = Client.newToken(server().url(), email, password);
        return new Person(made.json().path("id").asInt(), email, token, Client.withToken(server().url(), token));
    }

    /// Somebody with an account.
    public record Person(int id, String email, String token, Client client) {}

    /// Waits for something that another thread of the server does; the wait itself proves nothing. A server that comes
    /// after a killed one takes its leases over at once, so a minute is enough for whatever is left to do.
    public static void eventually(String what, BooleanSupplier condition) {
        var end = Instant.now().plus(Duration.ofMinutes(1));
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("never: " + what);
            }
            Thread.onSpinWait();
            java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
        }
    }

    /// Where the dataset's plain files lie.
    public static Path live(RunningServer server, String dataset) {
        return server.bucket().resolve("datasets").resolve(dataset);
    }

    /// Waits until meta.json says that the files beside it are those of `contentHash`.
    public static void published(RunningServer server, String dataset, String contentHash) {
        var meta = live(server, dataset).resolve("meta.json");
        eventually(dataset + " is published", () -> {
            try {
                String text = Files.readString(meta);
                return text.contains("\"" + contentHash + "\"") && text.contains("\"clean\"");
            } catch (IOException e) {
                return false;
            }
        });
    }
}
