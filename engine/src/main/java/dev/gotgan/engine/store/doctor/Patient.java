package dev.gotgan.engine.store.doctor;

import dev.gotgan.engine.store.ObjectStore;
import dev.gotgan.engine.store.Presigner;
import java.util.Optional;

/// A store to be examined.
///
/// @param name      tells it from every other
/// @param store     asked once a call; makes up for nothing that it lacks
/// @param presigner empty where the server itself hands out its bytes
/// @param spellings empty where only we name objects
public record Patient(String name, ObjectStore store, Optional<Presigner> presigner, Optional<Spellings> spellings) {
    /// Keys as they are, which the port can't say.
    @FunctionalInterface
    public interface Spellings {
        /// Whether an object written under `one` is also found under `other`; leaves neither behind.
        boolean areOneKey(String one, String other);
    }
}
