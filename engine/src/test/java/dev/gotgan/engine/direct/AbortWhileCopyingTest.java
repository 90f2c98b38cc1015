package dev.gotgan.engine.direct;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gotgan.engine.commit.CommitRefused;
import dev.gotgan.engine.commit.SessionId;
import dev.gotgan.engine.store.DirectUpload;
import dev.gotgan.engine.store.Etag;
import dev.gotgan.engine.store.Key;
import dev.gotgan.engine.store.MemoryStore;
import dev.gotgan.engine.store.StoreLayout;
import dev.gotgan.engine.store.StoreTrust;
import dev.gotgan.engine.testing.ForwardingStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Somebody ends a session in the very moment in which renamed files are copied for it.
class AbortWhileCopyingTest {
    @TempDir
    Path spool;

    private final List<Runnable> meanwhile = new ArrayList<>();

    private final ForwardingStore store = new ForwardingStore(new MemoryStore()) {
        @Override
        public Etag copy(Key from, @Nullable Etag ifMatch, Key to) {
            meanwhile.forEach(Runnable::run);
            return super.copy(from, ifMatch, to);
        }
    };

    @Test
    void noCopyLandsAtAKeyThatWasClearedAway() throws Exception {
        var stage = new DirectStage(spool, StoreTrust.of(DirectUpload.LIVE, false, false), store);
        var dataset = stage.emptyDataset();
        stage.upload(dataset, "a.txt", "one", "b.txt", "two");
        stage.published(dataset);
        var session = stage.begin(dataset);
        var ending = new Thread(() -> {
            stage.sessions().abort(session);
            stage.collect();
        });
        var begun = new AtomicBoolean(); // copies are made several at a time
        meanwhile.add(() -> {
            if (begun.compareAndSet(false, true)) {
                ending.start();
                awaitRest(ending);
            }
        });

        plan(stage, session);
        ending.join();

        assertThat(ending.getState()).isEqualTo(Thread.State.TERMINATED);
        assertThat(stage.sessions().find(session)).isEmpty();
        assertThat(store.list(StoreLayout.historyPrefix(dataset), null, 10))
                .as("keys that no row knows")
                .isEmpty();
        assertThat(stage.published(dataset)).containsOnlyKeys("a.txt", "b.txt");
    }

    /// Until it waits for us, or has done all that it does.
    private static void awaitRest(Thread thread) {
        while (switch (thread.getState()) {
            case NEW, RUNNABLE -> true;
            case BLOCKED, WAITING, TIMED_WAITING, TERMINATED -> false;
        }) {
            Thread.onSpinWait();
        }
    }

    /// Whether it hears of the end depends on who comes first once the copies are made.
    private static void plan(DirectStage stage, SessionId session) {
        try {
            assertThat(stage.plan(session, "c.txt", "one", "d.txt", "two"))
                    .hasOnlyElementsOfType(PlanDirect.Answer.Present.class);
        } catch (CommitRefused.SessionGone e) {
            assertThat(e.getMessage()).isNotNull();
        }
    }
}
