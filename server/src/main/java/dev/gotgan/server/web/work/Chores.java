package dev.gotgan.server.web.work;

import dev.gotgan.engine.analysis.ReanalyzeHead;
import dev.gotgan.engine.care.PurgeTrash;
import dev.gotgan.engine.publish.Sweep;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What has to happen in the end although nobody asks for it; one failing keeps none of the others waiting.
public record Chores(Sweep sweep, ReanalyzeHead reanalyze, PurgeTrash trash) implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Chores.class);

    @Override
    public void run() {
        for (Runnable each : List.<Runnable>of(reanalyze::all, sweep::pass, trash::pass)) {
            try {
                each.run();
            } catch (RuntimeException e) {
                LOG.warn("a round of housekeeping failed, the next one comes: {}", e.toString());
            }
        }
    }
}
