package dev.gotgan.engine.content;

/// A path that no dataset may hold.
public final class PathRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String path;
    private final PathRefusal refusal;

    public PathRefused(String path, PathRefusal refusal, String why) {
        super(why);
        this.path = path;
        this.refusal = refusal;
    }

    /// The path as it was given; may hold anything, so escape it before it is shown.
    public String path() {
        return path;
    }

    public PathRefusal refusal() {
        return refusal;
    }

    public String code() {
        return refusal.code();
    }

    /// One sentence without the path: what is wrong and what to do.
    public String why() {
        return String.valueOf(getMessage());
    }
}
