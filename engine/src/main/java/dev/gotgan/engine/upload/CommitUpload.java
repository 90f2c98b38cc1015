package dev.gotgan.engine.upload;

import dev.gotgan.engine.analysis.AnalyzeHead;
import dev.gotgan.engine.analysis.NextHead;
import dev.gotgan.engine.commit.Change;
import dev.gotgan.engine.commit.CommitLog;
import dev.gotgan.engine.commit.CommitPlan;
import dev.gotgan.engine.commit.CommitRefused;
import dev.gotgan.engine.commit.Committed;
import dev.gotgan.engine.commit.SessionId;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.facts.Analysis;
import dev.gotgan.engine.facts.AnalysisHint;
import dev.gotgan.engine.upload.survey.FreshFacts;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Turns a sealed session into the new head. The head may move meanwhile: then its hash and analysis are
/// worked out again on the new one, outside the transaction as before.
public final class CommitUpload {
    private static final Logger LOG = LoggerFactory.getLogger(CommitUpload.class);
    private static final int ATTEMPTS = 50;

    private final CommitLog commits;
    private final AnalyzeHead analyze;

    public CommitUpload(CommitLog commits, AnalyzeHead analyze) {
        this.commits = commits;
        this.analyze = analyze;
    }

    /// A commit and what its generation was found to be.
    public record Result(Committed committed, Analysis analysis) {}

    /// A session, all of it sealed, and exactly the changes that it holds.
    ///
    /// @param base the only generation it may be committed on; null: any
    public record Sealed(
            SessionId session,
            DatasetId dataset,
            List<Change> changes,
            @Nullable Long base) {}

    /// Commits `sealed`.
    ///
    /// @throws CommitRefused.BaseMoved the head is not the one it has to be, or moves on and on
    public Result of(Sealed sealed, FreshFacts facts, AnalysisHint hint) {
        var dataset = sealed.dataset();
        for (int i = 1; ; i++) {
            var head = commits.findHead(dataset).orElseThrow(() -> new CommitRefused.DatasetGone(dataset.value()));
            var base = sealed.base();
            if (base != null && base != head.generation()) {
                throw new CommitRefused.BaseMoved(base, head.generation());
            }
            try (var _ = analyze.room(head)) {
                LOG.info("upload step analyse {}", dataset);
                var next = analyze.next(head, sealed.changes(), facts, hint);
                LOG.info("upload step commit {}", dataset);
                return new Result(commit(plan(sealed.session(), next, facts)), next.analysis());
            } catch (CommitRefused.BaseMoved e) {
                if (i == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    /// A commit whose answer was lost is asked about by repeating it: that gives the first answer, or makes it
    /// now.
    private Committed commit(CommitPlan plan) {
        try {
            return commits.commit(plan);
        } catch (CommitRefused e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.warn("the commit of {} is in doubt, it is repeated: {}", plan.session(), e.toString());
            return commits.commit(plan);
        }
    }

    private static CommitPlan plan(SessionId session, NextHead next, FreshFacts facts) {
        return new CommitPlan(
                session,
                next.base(),
                next.contentHash(),
                next.files(),
                next.bytes(),
                facts,
                next.analysis(),
                next.images());
    }
}
