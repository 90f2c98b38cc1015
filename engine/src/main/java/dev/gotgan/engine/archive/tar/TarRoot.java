package dev.gotgan.engine.archive.tar;

import dev.gotgan.engine.archive.ArchiveRefused;
import dev.gotgan.engine.archive.EntryName;
import dev.gotgan.engine.content.PathRefusal;
import dev.gotgan.engine.content.PathRefused;

/// The folder that a tar was packed in, if it says so: `tar czf x.tgz .` writes `./` first, and begins every other name
/// with it. Then `./` says nothing of the files and is taken off. Anywhere else a `.` is a name spelled in a second
/// way, and is refused.
final class TarRoot {
    private static final String HERE = "./";

    private boolean said;

    /// Whether `first`, the name of a folder that comes first of all, is that folder; remembers it.
    boolean isSaidBy(EntryName first) {
        said = first.text().equals(HERE) || first.text().equals(".");
        return said;
    }

    /// A later name as it is inside that folder.
    EntryName inside(EntryName name) {
        if (!said) {
            return name;
        }
        if (!name.text().startsWith(HERE)) {
            throw ArchiveRefused.path(new PathRefused(
                    name.text(),
                    PathRefusal.PATH_AMBIGUOUS,
                    "the tar begins with './' and this name does not; pack one folder at a time"));
        }
        return new EntryName(name.text().substring(HERE.length()), name.reading());
    }
}
