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
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// What the files of one folder hashed to when they were last looked at, so that a file which was not touched since is
/// not
/// read again.
///
/// A file counts as untouched if size, times and inode are the same *and* its time lies well before the moment it was
/// hashed: one that was written in that very moment may have been written again without its time showing it. Git calls
/// such entries racy and does the same.
public final class StatCache {
    private static final String HEAD = "gotgan-stat 2";
    private static final String NO_MD5 = "-";
    private static final Duration RACY = Duration.ofSeconds(2);

    private final Map<String, Entry> known;
    private final Map<String, Entry> seen = new ConcurrentHashMap<>();
    private volatile boolean news;

    private StatCache(Map<String, Entry> known) {
        this.known = known;
    }

    /// What a file holds.
    ///
    /// @param md5 null for one that is too large for its md5 to be of use
    public record Content(Sha256 sha256, @Nullable Md5 md5) {}

    private record Entry(FileStat stat, Content content) {}

    /// The cache in `file`; an empty one if there is none or it can't be understood.
    public static StatCache read(Path file) throws IOException {
        var known = new HashMap<String, Entry>();
        try (var lines = Files.newBufferedReader(file)) {
            if (HEAD.equals(lines.readLine())) {
                for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                    parse(line, known);
                }
            }
        } catch (NoSuchFileException e) {
            return new StatCache(Map.of());
        } catch (IllegalArgumentException | CharacterCodingException e) {
            return new StatCache(Map.of()); // a torn or foreign file: everything is hashed once more
        }
        return new StatCache(known);
    }

    private static void parse(String line, Map<String, Entry> into) {
        var part = line.split("\t", 7);
        if (part.length < 7) {
            throw new IllegalArgumentException("torn: " + line);
        }
        var stat = new FileStat(
                FileStat.Kind.FILE, Long.parseLong(part[2]), Long.parseLong(part[3]), Long.parseLong(part[4]), part[5]);
        var md5 = part[1].equals(NO_MD5) ? null : Md5.parse(part[1]);
        into.put(part[6], new Entry(stat, new Content(Sha256.parse(part[0]), md5)));
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

    /// Keeps what was found or noted since [#read], and forgets the rest.
    public void write(Path file) throws IOException {
        if (!news && !known.isEmpty() && seen.size() == known.size()) {
            return; // it says so already
        }
        Files.createDirectories(Optional.ofNullable(file.getParent()).orElseThrow());
        var fresh = Files.createTempFile(file.getParent(), "stat", ".new");
        try {
            try (var out = Files.newBufferedWriter(fresh, StandardCharsets.UTF_8)) {
                out.write(HEAD + "\n");
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
                        stat.inode(),
                        path)
                + "\n";
    }
}
