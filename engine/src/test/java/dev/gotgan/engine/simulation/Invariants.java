package dev.gotgan.engine.simulation;

import dev.gotgan.engine.content.ContentHash;
import dev.gotgan.engine.content.FileEntry;
import dev.gotgan.engine.content.LogicalPath;
import dev.gotgan.engine.content.Sha256;
import dev.gotgan.engine.read.ContentLost;
import dev.gotgan.engine.read.OpenFile;
import dev.gotgan.engine.store.Key;
import dev.gotgan.engine.store.StoreLayout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What must hold after every step; the names are those of `spec/upload-protocol.md`.
final class Invariants {
    private static final Pattern GENERATION = Pattern.compile("\"generation\" : (\\d+)");

    private final World world;
    private final Map<Key, Sha256> everAtHistory = new HashMap<>();

    Invariants(World world) {
        this.world = world;
    }

    void check() {
        for (long generation : world.readable()) {
            checkRows(generation);
            checkReads(generation);
        }
        checkHistory();
        checkMeta();
    }

    /// I5, and that a generation holds what its commit said.
    private void checkRows(long generation) {
        var files = new ArrayList<FileEntry>();
        world.catalog().tree().forEachFile(world.dataset(), generation, files::add);
        var wanted = world.tree(generation).entrySet().stream()
                .map(file -> World.file(file.getKey(), file.getValue()))
                .toList();
        world.check(files.equals(wanted), "generation " + generation + " holds " + files);
        if (generation > 0) {
            var entry = world.catalog()
                    .commits()
                    .history(world.dataset(), generation + 1, 1)
                    .getFirst();
            world.check(
                    entry.contentHash().equals(ContentHash.of(files).hex()),
                    "I5: the hash of generation " + generation + " is not that of its rows");
        }
    }

    /// I1 and I4: a reader of any generation that is needed gets its bytes, now.
    private void checkReads(long generation) {
        var open = new OpenFile(world.catalog().tree(), world.truth());
        world.tree(generation).forEach((path, text) -> {
            try (var bytes = open.find(world.dataset(), generation, LogicalPath.of(path))
                    .orElseThrow()
                    .bytes()) {
                world.check(
                        World.text(bytes).equals(text),
                        "I4: " + path + " of generation " + generation + " reads wrong");
            } catch (ContentLost e) {
                world.fail("I1: nothing holds " + path + " of generation " + generation);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /// I3: a history key only ever holds one content.
    private void checkHistory() {
        for (var object : world.truth().list(StoreLayout.historyPrefix(world.dataset()), null, 1000)) {
            var content = World.sha(world.stored(object.key()));
            var before = everAtHistory.putIfAbsent(object.key(), content);
            world.check(before == null || before.equals(content), "I3: another content at " + object.key());
        }
    }

    /// While meta.json says `clean`, what it describes lies beside it. Keys that a late request reached are looked at
    /// again by the publisher, in its time.
    private void checkMeta() {
        var meta = meta();
        if (meta == null || !meta.clean() || world.isDisturbed(metaKey())) {
            return;
        }
        var live = live();
        world.tree(meta.generation()).forEach((path, text) -> {
            if (!world.isDisturbed(key(path))) {
                world.check(
                        text.equals(live.get(path)),
                        "meta.json calls generation " + meta.generation() + " clean, but " + path + " is "
                                + live.get(path));
            }
        });
    }

    /// Right after `clean` was written nothing else lies beside it either.
    void checkClean() {
        var meta = meta();
        if (meta == null || !meta.clean() || meta.generation() == 0) {
            return;
        }
        var extra = new TreeMap<>(live());
        extra.keySet().removeAll(world.tree(meta.generation()).keySet());
        extra.keySet().removeIf(path -> world.isDisturbed(key(path)) || world.wasDirect(key(path)));
        world.check(extra.isEmpty(), "meta.json says clean, and beside it are still " + extra);
    }

    record Meta(long generation, boolean clean) {}

    @Nullable
    Meta meta() {
        if (world.truth().head(metaKey()).isEmpty()) {
            return null;
        }
        var text = world.stored(metaKey());
        var found = GENERATION.matcher(text);
        world.check(found.find(), "meta.json has a generation: " + text);
        return new Meta(Long.parseLong(found.group(1)), text.contains("\"clean\""));
    }

    Key metaKey() {
        return new Key(StoreLayout.livePrefix(world.dataset()) + LogicalPath.META);
    }

    private Key key(String path) {
        return new Key(StoreLayout.livePrefix(world.dataset()) + path);
    }

    Map<String, String> live() {
        var prefix = StoreLayout.livePrefix(world.dataset());
        var live = new TreeMap<String, String>();
        for (var object : world.truth().list(prefix, null, 1000)) {
            if (!object.key().equals(metaKey())) {
                live.put(object.key().value().substring(prefix.length()), world.stored(object.key()));
            }
        }
        return live;
    }

    /// I8: no copy that a generation in need is read from may be deleted.
    void checkDelete(Key key) {
        for (long generation : world.readable()) {
            var paths = world.tree(generation).keySet().stream()
                    .map(LogicalPath::of)
                    .toList();
            for (var located : world.catalog().tree().locate(world.dataset(), generation, paths)) {
                world.check(!key.equals(located.copy()), "I8: " + key + " is deleted, a generation is read from it");
            }
        }
    }

    /// I12, and that nothing is left over: with nothing open and everything drained, the live tree is the head.
    void checkDrained(long head) {
        world.check(live().equals(world.tree(head)), "I12: head is " + world.tree(head) + ", live is " + live());
        world.check(new Meta(head, true).equals(meta()), "meta.json says " + meta() + ", the head is " + head);
        var known = new ArrayList<String>();
        for (long generation = 1; generation <= head; generation++) {
            world.tree(generation)
                    .values()
                    .forEach(text -> known.add(World.sha(text).hex()));
        }
        var strays = world.truth().list(StoreLayout.historyPrefix(world.dataset()), null, 1000).stream()
                .filter(object ->
                        known.stream().noneMatch(sha -> object.key().value().contains(sha)))
                .toList();
        world.check(strays.equals(List.of()), "copies of nothing are left: " + strays);
    }
}
