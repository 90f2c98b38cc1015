package dev.gotgan.engine.analysis;

/// There is no room in memory for so many files. Nothing was changed.
public abstract sealed class TooManyFiles extends RuntimeException {
    private static final long serialVersionUID = 1;

    private TooManyFiles(String message) {
        super(message);
    }

    /// Never, with the heap that this process has.
    public static final class ForThisServer extends TooManyFiles {
        private static final long serialVersionUID = 1;

        ForThisServer(long sent, long head) {
            super(
                    ("With the memory given to Gotgan, an upload may bring %,d files and a dataset hold %,d. Send fewer files at"
                                    + " once, or have it started with more memory (GOTGAN_HEAP=2g).")
                            .formatted(sent, head));
        }
    }

    /// Others are at work.
    public static final class JustNow extends TooManyFiles {
        private static final long serialVersionUID = 1;

        JustNow() {
            super("Other uploads take the server's memory just now; nothing was changed. Try again in a minute.");
        }
    }
}
