package dev.gotgan.engine.archive;

import dev.gotgan.engine.content.PathRefused;

/// An archive of which nothing may be stored.
///
/// Unchecked, so that it passes through a visitor's code that takes an [java.io.IOException] for a broken
/// image.
public final class ArchiveRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String code;
    private final String entry;

    ArchiveRefused(String code, String entry, String why) {
        super(why);
        this.code = code;
        this.entry = PathRefused.shown(entry);
    }

    /// A name in the archive is refused, so all of it is.
    public static ArchiveRefused path(PathRefused refused) {
        return new ArchiveRefused(refused.code(), refused.path(), refused.why());
    }

    /// An [ArchiveRefusal] or a [dev.gotgan.engine.content.PathRefusal], as their codes.
    public String code() {
        return code;
    }

    /// The entry, fit to be shown; empty if the archive as a whole is meant.
    public String entry() {
        return entry;
    }

    /// One sentence without the entry: what is wrong and what to do.
    public String why() {
        return String.valueOf(super.getMessage());
    }

    @Override
    public String getMessage() {
        return entry.isEmpty() ? code + ": " + why() : code + ": " + entry + ": " + why();
    }
}
