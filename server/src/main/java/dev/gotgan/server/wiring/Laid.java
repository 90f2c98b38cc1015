package dev.gotgan.server.wiring;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/// A [Ground] that may still be on its way: PostgreSQL starts while Spring does.
record Laid(CompletableFuture<Ground> ground) {
    /// Waits for it.
    Ground await() {
        try {
            return ground.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException why) {
                throw why;
            }
            throw e;
        }
    }
}
