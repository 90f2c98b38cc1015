package dev.gotgan.engine.content;

import java.util.Locale;

/// What is accepted but said; each is a code of `spec/codes.md`.
public enum PathWarning {
    PATH_RESERVED("Windows can't store this name, or it is one of ours; it is kept here as it is"),
    PATH_CONTROL_CHAR("the name has an invisible joiner (as emoji families have)"),
    PATH_AMBIGUOUS("a character looks like a slash or a dot but is none"),
    PATH_ENCODING("the name was not UTF-8 and was read as Korean (CP949); check it"),
    PATH_COLLISION("it differs from another path only by upper and lower case, so Windows and macOS hold one of them"),
    JUNK_SKIPPED("a hidden file, or a name without an ending; it is stored as it is"),
    EXECUTABLE_CONTENT("it could run as a program or in a browser; it is stored, never run, and only downloads"),
    ARCHIVE_NESTED("an archive inside is stored as one file; it is not opened");

    private final String why;

    PathWarning(String why) {
        this.why = why;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// One sentence without the path.
    public String why() {
        return why;
    }
}
