package dev.gotgan.engine.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Does the same thing to many items with a bounded number under way.
public final class InFlight {
    private InFlight() {}

    /// On virtual threads. Returns when every item is done. The first failure stops further items from being begun and
    /// is thrown when
    /// those under way have ended.
    public static <T> void forEach(int limit, Collection<T> items, Consumer<T> action) {
        forEach(limit, items, action, Executors::newVirtualThreadPerTaskExecutor);
    }

    /// The same on threads of their own: for work that a carrier can't be shared in, as calls of the system.
    public static <T> void forEachOnThreads(int limit, Collection<T> items, Consumer<T> action) {
        var threads = Thread.ofPlatform().daemon().factory();
        forEach(limit, items, action, () -> Executors.newThreadPerTaskExecutor(threads));
    }

    private static <T> void forEach(
            int limit, Collection<T> items, Consumer<T> action, Supplier<ExecutorService> executor) {
        if (items.size() <= 1 || limit <= 1) {
            items.forEach(action);
            return;
        }
        var left = new ConcurrentLinkedQueue<>(items);
        Callable<Void> worker = () -> {
            try {
                for (T item = left.poll(); item != null; item = left.poll()) {
                    action.accept(item);
                }
            } catch (RuntimeException | Error e) {
                left.clear();
                throw e;
            }
            return null;
        };
        try (var threads = executor.get()) {
            var workers = new ArrayList<Future<Void>>();
            for (int i = 0; i < Math.min(limit, items.size()); i++) {
                workers.add(threads.submit(worker));
            }
            for (var each : workers) {
                await(each);
            }
        }
    }

    private static void await(Future<Void> worker) {
        try {
            worker.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            if (e.getCause() instanceof Error failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting", e);
        }
    }
}
