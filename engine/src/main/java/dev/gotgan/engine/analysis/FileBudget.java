package dev.gotgan.engine.analysis;

import java.util.concurrent.atomic.AtomicLong;

/// How many files may be thought about at once, so that no upload takes the memory of all.
///
/// The bytes of files never stay in memory, but their names, hashes and facts do while a commit is worked
/// out: some hundreds of bytes for each file of the upload, and for each of the head that it changes.
/// Whoever does such work takes its files here first, and gives them back at the end.
public final class FileBudget {
    /// Measured with images and labels of both kinds in one heap, and a quarter added.
    private static final int BYTES_A_FILE = 640;
    /// What the process needs besides.
    private static final long BASE = 96L << 20;
    /// An upload is held twice, as what arrived and as a part of the new head.
    private static final int TWICE = 2;

    private final long most;
    private final AtomicLong taken = new AtomicLong();

    /// @param most files of heads; an upload may bring half as many
    public FileBudget(long most) {
        this.most = most;
    }

    /// What fits into the heap that this process may have.
    public static FileBudget ofHeap() {
        return new FileBudget(Math.max(10_000, (Runtime.getRuntime().maxMemory() - BASE) / BYTES_A_FILE));
    }

    /// Files that one upload may bring.
    public long mostSent() {
        return most / TWICE;
    }

    /// Nothing yet; the caller closes it.
    public Share share() {
        return new Share();
    }

    /// What one piece of work has taken; one thread uses it at a time.
    public final class Share implements AutoCloseable {
        private long own;

        private Share() {}

        /// Room for `files` more that arrive.
        ///
        /// @throws TooManyFiles there is no room for all that this work has taken, or not now
        public void sent(long files) {
            take(files * TWICE);
        }

        /// Room for the files of a head.
        ///
        /// @throws TooManyFiles as above
        public void head(long files) {
            take(files);
        }

        private void take(long more) {
            long wanted = own + more;
            if (wanted > most) {
                throw new TooManyFiles.ForThisServer(most / TWICE, most);
            }
            if (taken.addAndGet(more) > most) {
                taken.addAndGet(-more);
                throw new TooManyFiles.JustNow();
            }
            own = wanted;
        }

        @Override
        public void close() {
            taken.addAndGet(-own);
            own = 0;
        }
    }
}
