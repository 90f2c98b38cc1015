package dev.gotgan.server.running;

import dev.gotgan.catalog.postgres.CatalogDatabase;
import dev.gotgan.catalog.postgres.PostgresCatalog;
import dev.gotgan.engine.care.PurgeTrash;
import dev.gotgan.engine.care.WriteManifest;
import dev.gotgan.engine.commit.Timing;
import dev.gotgan.engine.publish.DeleteDoomed;
import dev.gotgan.engine.publish.Heartbeat;
import dev.gotgan.engine.publish.Publisher;
import dev.gotgan.engine.publish.RemoveDatasets;
import dev.gotgan.engine.publish.Sweep;
import dev.gotgan.engine.store.MemoryStore;
import dev.gotgan.engine.store.ObjectStore;
import dev.gotgan.server.web.config.ReadSettings;
import dev.gotgan.server.wiring.GotganServer;
import dev.gotgan.server.wiring.Ground;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A server that tests start. Its database and store outlive [#restart].
public final class RunningServer implements AutoCloseable {
    public static final String ADMIN = "admin@example.com";
    public static final String PASSWORD = "correct horse";

    private static final int PASSES = 2000;

    private final CatalogDatabase database = new CatalogDatabase();
    private final MemoryStore store = new MemoryStore();
    private final TurnedClock clock = new TurnedClock();
    private final Path data;
    private final Map<String, String> environment;
    private GotganServer server;

    private RunningServer(Map<String, String> environment) {
        try {
            this.data = Files.createTempDirectory("gotgan-test");
            this.environment = new HashMap<>(environment);
            this.environment.putIfAbsent("GOTGAN_ADMIN_EMAIL", ADMIN);
            this.environment.putIfAbsent("GOTGAN_ADMIN_PASSWORD", PASSWORD);
            database.empty(Timing.embedded());
            this.server = start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// With these settings beside the usual ones.
    public static RunningServer with(Map<String, String> environment) {
        return new RunningServer(environment);
    }

    /// The one that all tests share which need no other settings; it stops with the JVM.
    public static RunningServer shared() {
        return Shared.SERVER;
    }

    private GotganServer start() throws IOException {
        var settings = ReadSettings.from(environment, List.of("--port", "0", "--data", data.toString()));
        return GotganServer.start(settings, new Ground(database.source(), store, "local", Timing.embedded(), clock));
    }

    public void restart() {
        server.close();
        try {
            server = start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Does what is left to do in the background, until nothing is: it goes on by itself, but nobody waits for that.
    public void settle() {
        var catalog = catalog();
        var publisher = new Publisher(catalog.publishRows(), store, Timing.embedded(), clock, RunningServer::still, 4);
        var removed = new RemoveDatasets(catalog.datasets(), store);
        var doomed = new DeleteDoomed(catalog.doomedCopies(), store);
        var sweep = new Sweep(catalog.sessions(), catalog.publishRows(), publisher, doomed, removed, Timing.embedded());
        for (int pass = 0; unsettled() > 0; pass++) {
            if (pass > PASSES) {
                throw new AssertionError("work in the background does not end");
            }
            sweep.pass();
        }
    }

    /// One pass over the trash.
    public void purge() {
        var catalog = catalog();
        var publisher = new Publisher(catalog.publishRows(), store, Timing.embedded(), clock, RunningServer::still, 4);
        var manifests = new WriteManifest(catalog.tree(), store, data);
        new PurgeTrash(catalog.expiredTrash(), publisher, catalog.commits(), manifests, store).pass();
    }

    /// The clock is turned by hand, so no lease grows old while a request is under way.
    private static Heartbeat.Beating still(Duration period, Runnable beat) {
        return () -> {};
    }

    private long unsettled() {
        return database.database().sql("""
                select (select count(*) from published where pending and drift is null or recheck)
                     + (select count(*) from datasets where meta_wanted > meta_written and state = 'live')
                     + (select count(*) from tasks where state = 'running')
                     + (select count(*) from publish_lease where expires is not null)
                """).query(Long.class).single();
    }

    public String address() {
        return "http://127.0.0.1:" + server.port();
    }

    public int port() {
        return server.port();
    }

    public CatalogDatabase database() {
        return database;
    }

    public PostgresCatalog catalog() {
        return database.open(Timing.embedded());
    }

    public ObjectStore store() {
        return store;
    }

    public TurnedClock clock() {
        return clock;
    }

    public Path data() {
        return data;
    }

    @Override
    public void close() {
        server.close();
        database.close();
    }

    private static final class Shared {
        static final RunningServer SERVER = RunningServer.with(Map.of());
    }
}
