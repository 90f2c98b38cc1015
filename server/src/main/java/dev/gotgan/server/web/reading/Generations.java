package dev.gotgan.server.web.reading;

import dev.gotgan.engine.commit.CommitLog;
import dev.gotgan.engine.commit.Head;
import dev.gotgan.engine.commit.Timing;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.server.web.problem.Code;
import dev.gotgan.server.web.problem.Problems;
import dev.gotgan.server.web.problem.Refused;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// Which states of a dataset can be read: the head, and what was the head within the undo window.
public final class Generations {
    private final CommitLog commits;
    private final Timing timing;
    private final InstantSource clock;

    public Generations(CommitLog commits, Timing timing, InstantSource clock) {
        this.commits = commits;
        this.timing = timing;
        this.clock = clock;
    }

    /// A state, chosen once: a reader stays on it while the head moves.
    ///
    /// @param contentHash of exactly this generation
    public record Chosen(long generation, String contentHash) {}

    /// @param wanted null: the head
    public Chosen choose(DatasetId dataset, @Nullable Long wanted) {
        var head = commits.findHead(dataset).orElseThrow(Problems::noDataset);
        return wanted == null || wanted == head.generation()
                ? new Chosen(head.generation(), head.contentHash().hex())
                : former(dataset, head, wanted);
    }

    private Chosen former(DatasetId dataset, Head head, long wanted) {
        if (wanted < 1 || wanted > head.generation()) {
            throw new Refused(Code.NOT_FOUND, "This dataset has no generation " + wanted + ".");
        }
        var entries = commits.history(dataset, wanted + 2, 2); // the one that superseded it, then it
        if (entries.size() < 2) {
            throw gone(wanted);
        }
        var until = entries.getFirst().at().plus(timing.undo());
        if (!clock.instant().isBefore(until)) {
            throw gone(wanted);
        }
        return new Chosen(wanted, entries.getLast().contentHash());
    }

    private static Refused gone(long generation) {
        return new Refused(
                Code.GENERATION_GONE, "Generation " + generation + " was replaced too long ago; read the present one.");
    }
}
