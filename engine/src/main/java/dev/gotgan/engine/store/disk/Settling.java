package dev.gotgan.engine.store.disk;

import dev.gotgan.engine.store.StoreException;
import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// One flush for all who ask at about the same time: who comes while one runs waits for the next, which sees what he
/// wrote, and shares it with all who came meanwhile.
///
/// A flush that failed may have lost what somebody wrote who has not asked yet, and the system reports it only once. So
/// from then on nobody is told that his writes are durable, until the store is opened anew.
public final class Settling {
    /// A flush, as [Durability#sync].
    @FunctionalInterface
    public interface Flush {
        void run() throws IOException;
    }

    private final Flush flush;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition ended = lock.newCondition();
    private long runsBegun;
    private long runsEnded;
    private @Nullable Exception failure;

    public Settling(Flush flush) {
        this.flush = flush;
    }

    /// Returns when a flush that began after the call has ended well.
    public void settle() {
        lock.lock();
        try {
            long next = runsBegun + 1;
            while (runsEnded < next && failure == null) {
                if (runsBegun > runsEnded) {
                    ended.awaitUninterruptibly();
                } else {
                    run();
                }
            }
            if (failure != null) {
                throw new StoreException.Unavailable(
                        "a flush of the disk failed; what was written lately may be lost. Check the disk and restart",
                        failure);
            }
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        runsBegun++;
        lock.unlock();
        Exception caught = null;
        try {
            flushOnItsOwnThread();
        } catch (ExecutionException | RuntimeException e) {
            caught = e;
        } finally {
            lock.lock();
            runsEnded++;
            failure = caught;
            ended.signalAll();
        }
    }

    /// A flush takes long and can't be unmounted: on a virtual thread it would hold one of the few carriers.
    private void flushOnItsOwnThread() throws ExecutionException {
        var task = new FutureTask<@Nullable Void>(() -> {
            flush.run();
            return null;
        });
        Thread.ofPlatform().name("gotgan-settle").start(task);
        boolean interrupted = false;
        while (true) {
            try {
                task.get();
                return;
            } catch (InterruptedException e) {
                interrupted = true;
            } finally {
                if (interrupted && task.isDone()) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }
}
