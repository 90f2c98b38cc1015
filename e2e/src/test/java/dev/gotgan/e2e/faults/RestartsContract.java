package dev.gotgan.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gotgan.e2e.parts.Bytes;
import dev.gotgan.e2e.parts.Client;
import dev.gotgan.e2e.parts.CommandLine;
import dev.gotgan.e2e.parts.Coreutils;
import dev.gotgan.e2e.parts.Gotgan;
import dev.gotgan.e2e.parts.OwnDatabase;
import dev.gotgan.e2e.parts.RunningServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Servers and databases that end in the middle of a push.
abstract class RestartsContract {
    private static final int FILES = 2500;

    @TempDir
    Path folder;

    private Path data;
    private RunningServer server;
    /// Before the server: its address stays the same when the server does not.
    private FaultProxy proxy;
    private CommandLine cli;
    private Client client;

    /// Begins the store that the server's data is to be in, and tells what of the environment leads there.
    abstract Map<String, String> openStore(Path data) throws Exception;

    /// Whatever the server has to know of its store before the first push.
    abstract void prepare(CommandLine cli);

    abstract void closeStore();

    /// The line that bytes come by.
    abstract FaultProxy bytes(FaultProxy server);

    /// The dataset's objects in the store, by a foreign tool, but for meta.json.
    abstract Path copyOf(RunningServer server, String dataset, Path to) throws IOException;

    final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void start() throws Exception {
        data = Gotgan.freshFolder("restarts");
        environment.putAll(openStore(data));
        server = RunningServer.start(data, environment);
        proxy = FaultProxy.before(server.url());
        var token = Client.newToken(server.url(), Gotgan.ADMIN, server.adminPassword());
        cli = new CommandLine(proxy.url(), token, folder.resolve("home"));
        client = Client.withToken(proxy.url(), token);
        prepare(cli);
    }

    @AfterEach
    void stop() {
        if (server != null) {
            server.close();
            proxy.close();
        }
        closeStore();
    }

    private Path tree(String name, int of) {
        var files = new TreeMap<String, byte[]>();
        for (int i = 0; i < FILES; i++) {
            files.put("labels/%04d.txt".formatted(i), Bytes.of("0 0.5 0.5 0.%d 0.%d\n".formatted(of, 1000 + i)));
        }
        return Bytes.write(folder.resolve(name), files);
    }

    private int sent() {
        return bytes(proxy)
                .count(each -> each.method().equals("PUT") && each.target().contains("ignature="));
    }

    private void restart() {
        server.kill();
        server = RunningServer.start(data, environment);
        proxy.leadTo(server.url());
    }

    /// The one dataset has this tree, by so many commits, and nothing is left to do.
    private void judge(Path source, int commits) throws IOException {
        String id;
        try (var database = OwnDatabase.of(server)) {
            var all = database.column("select id from datasets");
            assertThat(all).hasSize(1);
            id = all.getFirst();
        }
        new Inspection(server, dataset -> copyOf(server, dataset, folder.resolve("seen-" + System.nanoTime())))
                .judge(id, source, commits);
    }

    @Test
    void aServerThatIsKilledInMidPushIsWaitedForOrThePushGoesOnLater() throws Exception {
        var source = tree("source", 1000);
        var push = cli.start("push", source.toString());
        Gotgan.eventually("a thousand files are sent", () -> sent() > 1000);
        restart();
        if (push.waitFor() != 0) {
            var again = cli.run("push", source.toString());
            assertThat(again.exit()).as(again.err()).isZero();
        }
        judge(source, 1);
        assertThat(sent())
                .as("it is noticed that nobody answers, and only what was under way is sent again")
                .isLessThan(FILES + 200);
    }

    @Test
    void aDatabaseThatIsRestartedInMidPushIsWaitedFor() throws Exception {
        var source = tree("source", 1000);
        var push = cli.start("push", source.toString());
        Gotgan.eventually("a thousand files are sent", () -> sent() > 1000);
        try (var database = OwnDatabase.of(server)) {
            var victim = database.number("select pid from pg_stat_activity"
                    + " where backend_type = 'client backend' and pid <> pg_backend_pid() limit 1");
            // PostgreSQL answers the loss of one process by ending all, recovering, and beginning anew
            assertThat(ProcessHandle.of(victim).orElseThrow().destroyForcibly()).isTrue();
        }
        assertThat(push.waitFor()).isZero();
        judge(source, 1);
    }

    @Test
    void aServerThatIsKilledWhileItPublishesFinishesLaterAndItsLostAnswerIsAskedFor() throws Exception {
        var first = cli.run("push", tree("first", 1000).toString(), "--json");
        assertThat(first.exit()).as(first.err()).isZero();
        String id;
        try (var database = OwnDatabase.of(server)) {
            id = database.column("select id from datasets").getFirst();
        }
        var other = tree("other", 2000);
        var second = cli.start("push", other.toString(), "--to", id);
        try (var database = OwnDatabase.of(server)) {
            Gotgan.eventually("it is committed", () -> database.number("select count(*) from commits") == 2);
            server.kill();
            assertThat(database.number("select count(*) from published where pending"))
                    .as("it was killed before it was done")
                    .isPositive();
            // Of a bucket, what the dead publisher asked for may land for half an hour, so its lease outlasts it: an
            // hour goes by.
            database.change("update publish_lease set expires = expires - interval '1 hour'");
        }
        restart();
        if (second.waitFor() != 0) {
            var again = cli.run("push", other.toString(), "--to", id);
            assertThat(again.exit()).as(again.err()).isZero();
        }
        judge(other, 2);
        assertThat(client.get("/api/v1/datasets/" + id)
                        .json()
                        .path("content_hash")
                        .asString())
                .isEqualTo(Coreutils.contentHash(other));
    }
}
