package dev.gotgan.engine.push;

import dev.gotgan.engine.content.LogicalPath;
import dev.gotgan.engine.content.Sha256;
import dev.gotgan.engine.content.hash.Md5;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// What the files of one folder hashed to when they were last looked at, so that a file which was not
/// touched since is not read again.
///
/// A file counts as untouched if size, times and inode are the same *and* its time lies well before the moment it was
/// hashed: one that was written in that very moment may have been written again without its time showing it. Git calls
/// such entries racy and does the same.
public final class StatCache {
    private static final String HEAD = "gotgan-stat 3";
    private static final String NO_MD5 = "-";
    private static final Duration RACY = Duration.ofSeconds(2);

    private final Optional<Whole> whole;
    private final Map<String, Entry> known;
    private final Map<String, Entry> seen = new ConcurrentHashMap<>();
    private volatile boolean news;

    private StatCache(Optional<Whole> whole, Map<String, Entry> known) {
        this.whole = whole;
        this.known = known;
    }

    /// All of a folder as one: who finds that look again need not ask for a single file.
    ///
    /// @param look    a [Glance#fingerprint]
    /// @param content the [dev.gotgan.engine.content.ContentHash] of what had that look
    public record Whole(Sha256 look, Sha256 content, long files) {
        private static Optional<Whole> parse(@Nullable String line) {
            var part = line == null ? new String[0] : line.split("\t", 3);
            return part.length < 3
                    ? Optional.empty()
                    : Optional.of(new Whole(Sha256.parse(part[0]), Sha256.parse(part[1]), Long.parseLong(part[2])));
        }

        private String line() {
            return look.hex() + "\t" + content.hex() + "\t" + files;
        }
    }

    /// What a file holds.
    ///
    /// @param md5 null for one that is too large for its md5 to be of use
    public record Content(Sha256 sha256, @Nullable Md5 md5) {}

    private record Entry(FileStat stat, Content content) {}

    /// What the cache in `file` says of the folder as one.
    public static Optional<Whole> readWhole(Path file) throws IOException {
        try (var lines = Files.newBufferedReader(file)) {
            return HEAD.equals(lines.readLine()) ? Whole.parse(lines.readLine()) : Optional.empty();
        } catch (NoSuchFileException | IllegalArgumentException | CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /// The cache in `file`; an empty one if there is none or it can't be understood.
    public static StatCache read(Path file) throws IOException {
        var none = new StatCache(Optional.empty(), Map.of());
        try (var lines = Files.newBufferedReader(file)) {
            if (!HEAD.equals(lines.readLine())) {
                return none;
            }
            var whole = Whole.parse(lines.readLine());
            var known = new HashMap<String, Entry>();
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                parse(line, known);
            }
            return new StatCache(whole, known);
        } catch (NoSuchFileException e) {
            return none;
        } catch (IllegalArgumentException | CharacterCodingException e) {
            return none; // a torn or foreign file: everything is hashed once more
        }
    }

    private static void parse(String line, Map<String, Entry> into) {
        var part = line.split("\t", 8);
        if (part.length < 8) {
            throw new IllegalArgumentException("torn: " + line);
        }
        var stat = new FileStat(
                FileStat.Kind.FILE,
                Long.parseLong(part[2]),
                Long.parseLong(part[3]),
                Long.parseLong(part[4]),
                Long.parseLong(part[5]),
                Long.parseLong(part[6]));
        var md5 = part[1].equals(NO_MD5) ? null : Md5.parse(part[1]);
        into.put(part[7], new Entry(stat, new Content(Sha256.parse(part[0]), md5)));
    }

    /// What an untouched file holds.
    public Optional<Content> find(LogicalPath path, FileStat stat) {
        var entry = known.get(path.value());
        if (entry == null || !entry.stat().equals(stat)) {
            return Optional.empty();
        }
        seen.put(path.value(), entry);
        return Optional.of(entry.content());
    }

    /// `path` was read to its end, beginning at `begun`, and was `stat` before and after.
    public void note(LogicalPath path, FileStat stat, Content content, Instant begun) {
        var latest = Math.max(stat.modified(), stat.changed());
        var safe = begun.minus(RACY);
        if (latest < safe.getEpochSecond() * 1_000_000_000L + safe.getNano()) {
            seen.put(path.value(), new Entry(stat, content));
            news = true;
        }
    }

    /// Whether every file is known as it was listed, and trusted.
    private boolean knows(List<WalkTree.LocalFile> files) {
        for (var file : files) {
            var entry = seen.get(file.path().value());
            if (entry == null || !entry.stat().equals(file.stat())) {
                return false;
            }
        }
        return true;
    }

    /// Keeps what was found or noted since [#read], and forgets the rest.
    ///
    /// @param listed what all of it was found or noted for
    /// @param now    the whole of that; kept where each of its files is trusted
    public void write(Path file, WalkTree.Listing listed, Whole now) throws IOException {
        var told = knows(listed.files()) ? Optional.of(now) : Optional.<Whole>empty();
        if (!news && !known.isEmpty() && seen.size() == known.size() && told.equals(whole)) {
            return; // it says so already
        }
        Files.createDirectories(Optional.ofNullable(file.getParent()).orElseThrow());
        var fresh = Files.createTempFile(file.getParent(), "stat", ".new");
        try {
            try (var out = Files.newBufferedWriter(fresh, StandardCharsets.UTF_8)) {
                out.write(HEAD + "\n" + told.map(Whole::line).orElse("") + "\n");
                for (var each : seen.entrySet()) {
                    out.write(line(each.getKey(), each.getValue()));
                }
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private static String line(String path, Entry entry) {
        var content = entry.content();
        var stat = entry.stat();
        return String.join(
                        "\t",
                        content.sha256().hex(),
                        content.md5() == null ? NO_MD5 : content.md5().hex(),
                        Long.toString(stat.size()),
                        Long.toString(stat.modified()),
                        Long.toString(stat.changed()),
                        Long.toString(stat.device()),
                        Long.toString(stat.inode()),
                        path)
                + "\n";
    }
}
