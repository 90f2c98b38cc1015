package dev.gotgan.server.web.problem;

import java.io.IOException;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;

/// The one place where a failure becomes what the caller is told.
public final class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final Problem NO_DATABASE = Problem.of(
                    Code.UNAVAILABLE, "The database does not answer; try again in a moment.")
            .withHeader("Retry-After", "5");

    private Problems() {}

    /// The answer to anything invisible, the same to the byte as to what was never there.
    public static Refused noDataset() {
        return new Refused(EngineProblems.NO_DATASET);
    }

    /// Of whatever was thrown while a request was served. What nobody foresaw is logged, and told without a word
    /// of it.
    public static Problem of(Throwable failure) {
        if (failure instanceof Refused refused) {
            return refused.problem();
        }
        return EngineProblems.find(failure)
                .or(() -> RequestProblems.find(failure))
                .orElseGet(() -> unforeseen(failure));
    }

    private static Problem unforeseen(Throwable failure) {
        var incident = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
        LOG.error("incident {}", incident, failure);
        if (failure instanceof DataAccessResourceFailureException) {
            return NO_DATABASE;
        }
        if (failure instanceof IOException io && NoSpace.isReason(io)) {
            return Problem.of(Code.INSUFFICIENT_STORAGE, "The server's disk is full; nothing was changed.");
        }
        return Problem.of(Code.INTERNAL, "Something failed on the server; its log has it under " + incident + ".");
    }
}
