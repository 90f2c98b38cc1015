package dev.gotgan.e2e.kills;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gotgan.e2e.parts.Client;
import dev.gotgan.e2e.parts.Coreutils;
import dev.gotgan.e2e.parts.Gotgan;
import dev.gotgan.e2e.parts.OwnDatabase;
import dev.gotgan.e2e.parts.RunningServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/// `kill -9` at a time drawn evenly over an upload and its publishing; every fifth time PostgreSQL is killed too.
///
/// Every build strikes a few times; `./gotgan kills` is the long run.
class KillTest {
    private static final List<Upload.Kind> KINDS = List.of(Upload.Kind.values());
    private static final int KILLS = Integer.getInteger("gotgan.kills", 5);
    private static final int FILES = Integer.getInteger("gotgan.kills.files", 800);
    private static final long SEED = Long.getLong("gotgan.kills.seed", 20261124);

    private final Random random = new Random(SEED);
    private final Path data = Gotgan.freshFolder("kills");
    private final Map<String, Integer> table = new TreeMap<>();
    private final List<String> violations = new ArrayList<>();
    private final Map<Upload.Kind, Duration> lasting = new EnumMap<>(Upload.Kind.class);

    @Test
    void whatWasAcknowledgedIsThereAndWhatWasNotIsThereWholeOrNotAtAll() throws IOException {
        var server = RunningServer.start(data);
        String token = Client.newToken(server.url(), Gotgan.ADMIN, server.adminPassword());
        var victims = new EnumMap<Upload.Kind, Victim>(Upload.Kind.class);
        for (var kind : KINDS) {
            victims.put(kind, prepared(server, token, kind));
        }
        for (int i = 0; i < KILLS; i++) {
            var kind = KINDS.get(i % KINDS.size());
            server = strike(server, token, kind, victims, i % 5 == 4);
        }
        server.close();
        System.out.println("kills: " + KILLS + ", violations: " + violations.size() + ", uploads last " + lasting);
        table.forEach((where, count) -> System.out.println("  " + where + ": " + count));
        assertThat(violations).isEmpty();
    }

    /// A dataset and the tree that it is known to have.
    private record Victim(String dataset, Map<String, byte[]> tree) {}

    private Victim prepared(RunningServer server, String token, Upload.Kind kind) {
        var client = Client.withToken(server.url(), token);
        var first = Upload.of(Upload.Kind.FIRST, null, Map.of(), FILES, random.nextLong(1L << 40));
        long begun = System.nanoTime();
        var answer = first.send(client);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        String id = answer.json().path("dataset_id").asString();
        var victim = new Victim(id, first.after());
        if (kind != Upload.Kind.FIRST) {
            begun = System.nanoTime();
            var next = Upload.of(kind, id, first.after(), FILES, random.nextLong(1L << 40));
            assertThat(next.send(client).status()).isEqualTo(200);
            victim = new Victim(id, next.after());
        }
        Gotgan.published(server, id, Coreutils.contentHash(victim.tree()));
        lasting.put(kind, Duration.ofNanos(System.nanoTime() - begun));
        return victim;
    }

    private RunningServer strike(
            RunningServer server, String token, Upload.Kind kind, Map<Upload.Kind, Victim> victims, boolean postgresToo)
            throws IOException {
        var victim = Objects.requireNonNull(victims.get(kind));
        var upload = Upload.of(kind, victim.dataset(), victim.tree(), FILES, random.nextLong(1L << 40));
        var client = Client.withToken(server.url(), token);
        long logged = Files.size(server.log());
        var answer = CompletableFuture.supplyAsync(() -> upload.send(client));
        LockSupport.parkNanos((long)
                (random.nextDouble() * Objects.requireNonNull(lasting.get(kind)).toNanos()));
        if (postgresToo) {
            server.killAll();
        } else {
            server.kill();
        }
        String step = lastStep(server.log(), logged);
        table.merge(kind + " killed in " + step + (postgresToo ? ", with PostgreSQL" : ""), 1, Integer::sum);
        var again = RunningServer.start(data);
        judge(
                again,
                Client.withToken(again.url(), token),
                new Strike(kind, upload, acknowledged(answer), step),
                victims);
        return again;
    }

    /// What was struck, and where.
    private record Strike(Upload.Kind kind, Upload upload, boolean acknowledged, String step) {
        String said(String violation) {
            return kind + " killed in " + step + (acknowledged ? ", acknowledged: " : ": ") + violation;
        }
    }

    private void judge(RunningServer server, Client client, Strike strike, Map<Upload.Kind, Victim> victims) {
        try (var database = OwnDatabase.of(server)) {
            new Checker(server, database).run().forEach(each -> violation(strike.said(each)));
            String wanted = Coreutils.contentHash(strike.upload().after());
            var victim = Objects.requireNonNull(victims.get(strike.kind()));
            if (strike.kind() == Upload.Kind.FIRST) {
                var datasets = database.column("select id from datasets where content_hash = ?", wanted);
                if (strike.acknowledged() && datasets.isEmpty()) {
                    violation(strike.said("gone"));
                }
                datasets.forEach(id -> client.delete("/api/v1/datasets/" + id + "?storage=true"));
                return;
            }
            String hash = database.column("select content_hash from datasets where id = ?", victim.dataset())
                    .getFirst();
            if (hash.equals(wanted)) {
                victims.put(
                        strike.kind(),
                        new Victim(victim.dataset(), strike.upload().after()));
            } else if (strike.acknowledged() || !hash.equals(Coreutils.contentHash(victim.tree()))) {
                violation(strike.said("the head is " + hash));
            }
        }
    }

    /// Said at once too: a long run may be ended before its table.
    private void violation(String what) {
        violations.add(what);
        System.out.println("violation: " + what);
    }

    private static boolean acknowledged(CompletableFuture<Client.Answer> answer) {
        try {
            return answer.get().status() / 100 == 2;
        } catch (ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// The server logs a line `upload step NAME` when a step begins.
    private static String lastStep(Path log, long from) throws IOException {
        try (var in = Files.newInputStream(log)) {
            in.skipNBytes(from);
            var words =
                    new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8).split("upload step ", -1);
            return words.length == 1
                    ? "before anything"
                    : words[words.length - 1].split("\\s", 2)[0];
        }
    }
}
