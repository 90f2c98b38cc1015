package dev.gotgan.engine.content.door;

import dev.gotgan.engine.content.LogicalPath;
import dev.gotgan.engine.content.PathRefused;
import dev.gotgan.engine.content.PathWarning;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The door that every name passes on its way into a dataset, be it an archive's entry, a part of a form or a
/// file of a folder: refused, skipped, or let in, with or without a warning. One door for one upload.
///
/// Not safe for use by several threads.
public final class PathDoor {
    private static final int EXAMPLES = 20;
    private static final String META_IS_OURS = "meta.json at the top is written by the server; yours was left out";
    private static final String SYSTEM_JUNK = "left behind by an operating system or by version control; left out";

    private final PathSet paths = new PathSet();
    private final Map<PathWarning, Tally> kept = new EnumMap<>(PathWarning.class);
    private final Map<PathWarning, Tally> skipped = new EnumMap<>(PathWarning.class);

    /// A kind of warning, how many paths got it, and the first of them, fit to be shown.
    public record Notice(PathWarning kind, long count, List<String> examples, String why) {
        public String code() {
            return kind.code();
        }
    }

    /// The path under which the file named `raw` comes in; empty if it is skipped.
    ///
    /// @throws PathRefused what the rules or the other paths of this upload forbid; refuse the upload
    public Optional<LogicalPath> findPath(String raw) {
        if (Junk.is(raw)) {
            checkJunk(raw);
            note(skipped, PathWarning.JUNK_SKIPPED, raw, SYSTEM_JUNK);
            return Optional.empty();
        }
        var path = LogicalPath.of(raw);
        if (path.value().equals(LogicalPath.META)) {
            note(skipped, PathWarning.PATH_RESERVED, raw, META_IS_OURS);
            return Optional.empty();
        }
        pass(path);
        return Optional.of(path);
    }

    /// Remarks on a path that is let in already.
    ///
    /// @throws PathRefused what the other paths of this upload forbid
    public void pass(LogicalPath path) {
        paths.add(path).forEach(warning -> note(warning, path));
        path.warnings().forEach(warning -> note(warning, path));
    }

    /// Checks a folder that an archive names; a slash at its end is not part of it.
    ///
    /// @throws PathRefused as [#findPath]
    public void passFolder(String raw) {
        if (Junk.is(raw + "/")) {
            checkJunk(raw);
            return;
        }
        var folder = LogicalPath.of(raw);
        paths.addFolder(folder).forEach(warning -> note(warning, folder));
    }

    /// Adds a warning that only the caller knows of.
    public void note(PathWarning warning, LogicalPath path) {
        note(kept, warning, path.value(), warning.why());
    }

    /// How many files came in.
    public int files() {
        return paths.size();
    }

    /// What came in with a warning.
    public List<Notice> warnings() {
        return notices(kept);
    }

    /// What was left out.
    public List<Notice> skipped() {
        return notices(skipped);
    }

    /// Finder's `Icon\r` is the one honest name with a control character.
    private static void checkJunk(String raw) {
        LogicalPath.of(raw.endsWith("Icon\r") ? raw.substring(0, raw.length() - 1) : raw);
    }

    private static void note(Map<PathWarning, Tally> tallies, PathWarning warning, String path, String why) {
        tallies.computeIfAbsent(warning, kind -> new Tally(why)).add(path);
    }

    private static List<Notice> notices(Map<PathWarning, Tally> tallies) {
        var notices = new ArrayList<Notice>();
        tallies.forEach(
                (kind, tally) -> notices.add(new Notice(kind, tally.count, List.copyOf(tally.examples), tally.why)));
        return notices;
    }

    private static final class Tally {
        private final String why;
        private final List<String> examples = new ArrayList<>();
        private long count;

        Tally(String why) {
            this.why = why;
        }

        void add(String path) {
            count++;
            if (examples.size() < EXAMPLES) {
                examples.add(PathRefused.shown(path));
            }
        }
    }
}
