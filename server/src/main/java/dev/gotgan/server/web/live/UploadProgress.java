package dev.gotgan.server.web.live;

import dev.gotgan.engine.dataset.DatasetId;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// How far one upload is, counted where its bytes come in and told as it rises: when it has moved by a
/// fiftieth, at most a tenth of a second after anything moved and something else does, and at every step.
public final class UploadProgress {
    private static final int PARTS = 50;
    private static final long SOON = Duration.ofMillis(100).toNanos();

    private final String upload;
    private final Tell tell;
    private final LongSupplier nanos;
    private Audience audience;
    private @Nullable DatasetId dataset;
    private Step step = Step.RECEIVING;
    private Counts counts = new Counts(0, 0, 0, 0, 0);
    private Counts told = counts;
    private long toldAt;

    /// @param audience who hears of it, until [#into] says otherwise
    public UploadProgress(String upload, Tell tell, LongSupplier nanos, Audience audience) {
        this.upload = upload;
        this.tell = tell;
        this.nanos = nanos;
        this.audience = audience;
        this.toldAt = nanos.getAsLong();
    }

    /// What it does.
    public enum Step {
        RECEIVING,
        CHECKING,
        STORING,
        COMMITTED,
        /// Without a commit.
        ENDED;

        boolean last() {
            return this == COMMITTED || this == ENDED;
        }
    }

    /// How much of how much; a total is 0 while nobody knows it.
    private record Counts(long checked, long files, long allFiles, long bytes, long allBytes) {
        Counts checkedOneMore() {
            return new Counts(checked + 1, files, allFiles, bytes, allBytes);
        }

        Counts atLeast(long files, long allFiles, long bytes, long allBytes) {
            long reached = Math.max(this.files, files);
            long moved = Math.max(this.bytes, bytes);
            return new Counts(
                    checked,
                    reached,
                    Math.max(allFiles, reached),
                    moved,
                    allBytes == 0 ? 0 : Math.max(allBytes, moved));
        }

        boolean movedSince(Counts before) {
            return part(files - before.files, allFiles)
                    || part(bytes - before.bytes, allBytes)
                    || part(checked - before.checked, checked); // of how many, nobody knows
        }

        private static boolean part(long moved, long all) {
            return moved > 0 && all > 0 && moved * PARTS >= all;
        }
    }

    /// Where it goes.
    public synchronized void into(DatasetId known) {
        dataset = known;
    }

    /// Where it goes, which its editors may see.
    public synchronized void intoForEditors(DatasetId known) {
        dataset = known;
        audience = Audience.editors(known);
    }

    public synchronized void total(long files, long bytes) {
        counts = counts.atLeast(0, files, 0, bytes);
        now();
    }

    public synchronized void received(long bytes) {
        long now = Math.max(0, counts.bytes + bytes);
        counts = new Counts(
                counts.checked,
                counts.files,
                counts.allFiles,
                now,
                counts.allBytes == 0 ? 0 : Math.max(counts.allBytes, now));
        perhaps();
    }

    /// One file more, before any is stored.
    public synchronized void checked() {
        counts = counts.checkedOneMore();
        perhaps();
    }

    /// One file more.
    public synchronized void stored() {
        counts = counts.atLeast(counts.files + 1, counts.allFiles, counts.bytes, counts.allBytes);
        perhaps();
    }

    /// What somebody who counted knows better; `done` may go back.
    public synchronized void counted(long done, long files, long bytes) {
        boolean whole = done == files;
        counts = new Counts(counts.checked, done, files, whole ? bytes : Math.min(counts.bytes, bytes), bytes);
        now();
    }

    /// The same, of what may have been planned since.
    public synchronized void known(long done, long files, long bytes) {
        counts = counts.atLeast(done, files, 0, bytes);
        now();
    }

    /// After the last step there is none.
    public synchronized void step(Step next) {
        if (!step.last()) {
            step = next;
            now();
        }
    }

    private void perhaps() {
        if (counts.movedSince(told) || nanos.getAsLong() - toldAt >= SOON) {
            now();
        }
    }

    private void now() {
        told = counts;
        toldAt = nanos.getAsLong();
        var message = step.name().toLowerCase(Locale.ROOT);
        var event = new Event(
                "upload",
                dataset,
                null,
                upload,
                null,
                counts.files,
                counts.allFiles,
                counts.bytes,
                counts.allBytes,
                counts.checked == 0 ? null : counts.checked,
                message);
        tell.tell(new Told(event, audience));
    }
}
