package dev.gotgan.e2e.kills;

import dev.gotgan.e2e.parts.Bytes;
import dev.gotgan.e2e.parts.Coreutils;
import dev.gotgan.e2e.parts.Gotgan;
import dev.gotgan.e2e.parts.OwnDatabase;
import dev.gotgan.e2e.parts.RunningServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Looks for anything that is lost, half there, or left over: with SQL, files and `sha256sum`.
final class Checker {
    private final RunningServer server;
    private final OwnDatabase database;
    private final List<String> violations = new ArrayList<>();

    Checker(RunningServer server, OwnDatabase database) {
        this.server = server;
        this.database = database;
    }

    /// Waits until the server says that nothing is left to do, then compares everything with everything.
    List<String> run() {
        settled("select count(*) from upload_sessions where state = 'open'");
        settled("select count(*) from published where pending or recheck");
        settled("select count(*) from copies where state <> 'durable'");
        settled("select count(*) from reservations");
        settled("select count(*) from datasets where state <> 'live'");
        settled("select count(*) from datasets where meta_wanted > meta_written");
        checkSpool();
        var datasets = database.column("select id from datasets");
        datasets.forEach(this::checkDataset);
        checkStrays("datasets", datasets);
        checkStrays("history", datasets);
        return violations;
    }

    private void settled(String count) {
        try {
            Gotgan.eventually(count + " is 0", () -> database.number(count) == 0);
        } catch (AssertionError e) {
            violations.add(String.valueOf(e.getMessage()));
        }
    }

    private void checkDataset(String id) {
        var live = Gotgan.live(server, id);
        var rows = new TreeSet<>(database.column(
                "select encode(sha256, 'hex') || '  ' || path from files where dataset = ? and gen_to is null", id));
        var files = new TreeSet<String>(sums(live));
        if (!rows.equals(files)) {
            var lost = new TreeSet<>(rows);
            lost.removeAll(files);
            var extra = new TreeSet<>(files);
            extra.removeAll(rows);
            violations.add(id + ": live tree misses " + first(lost) + ", has besides " + first(extra));
        }
        String hash = database.column("select content_hash from datasets where id = ?", id)
                .getFirst();
        if (Files.isDirectory(live) && !Coreutils.contentHash(live).equals(hash)) {
            violations.add(id + ": content_hash is not that of the files");
        }
        checkHistory(id);
        checkOldGenerations(id);
    }

    /// Every durable copy holds what its row says, and no other key is there.
    private void checkHistory(String id) {
        var folder = server.bucket().resolve("history").resolve(id);
        var keys = new TreeSet<>(database.column(
                "select encode(sha256, 'hex') || '  ' || substring(key from '[^/]*$') from copies where dataset = ?",
                id));
        var files = new TreeSet<String>(sums(folder));
        if (!keys.equals(files)) {
            violations.add(id + ": history and its rows differ, as " + first(difference(keys, files)));
        }
    }

    /// What any generation of the last week needs is in the live tree or in a durable copy.
    private void checkOldGenerations(String id) {
        var lost = database.column(
                "select f.path from files f where f.dataset = ?"
                        + " and not exists (select 1 from copies c where c.dataset = f.dataset and c.sha256 = f.sha256"
                        + " and c.state = 'durable')"
                        + " and not exists (select 1 from published p where p.dataset = f.dataset and p.path = f.path"
                        + " and p.sha256 = f.sha256)",
                id);
        if (!lost.isEmpty()) {
            violations.add(id + ": nothing holds " + lost.size() + " contents, as " + lost.getFirst());
        }
    }

    private void checkStrays(String top, List<String> datasets) {
        var folder = server.bucket().resolve(top);
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var all = Files.list(folder)) {
            all.map(each -> each.getFileName().toString())
                    .filter(each -> !datasets.contains(each))
                    .forEach(each -> violations.add(top + "/" + each + " belongs to no dataset"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void checkSpool() {
        for (Path place : List.of(server.data().resolve("tmp"), server.bucket().resolve(".gotgan-tmp"))) {
            if (Files.isDirectory(place)) {
                var left = Bytes.below(place).keySet();
                if (!left.isEmpty()) {
                    violations.add(place + " still has " + left.size() + " files");
                }
            }
        }
    }

    private static List<String> sums(Path folder) {
        return Files.isDirectory(folder) ? Coreutils.sums(folder) : List.of();
    }

    private static Set<String> difference(Set<String> a, Set<String> b) {
        var only = new HashSet<>(a);
        only.removeAll(b);
        var other = new HashSet<>(b);
        other.removeAll(a);
        only.addAll(other);
        return only;
    }

    private static String first(Set<String> all) {
        return all.size() + (all.isEmpty() ? "" : " (" + all.iterator().next() + ")");
    }
}
