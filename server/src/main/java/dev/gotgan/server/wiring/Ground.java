package dev.gotgan.server.wiring;

import dev.gotgan.engine.commit.Timing;
import dev.gotgan.engine.store.ObjectStore;
import java.time.InstantSource;
import javax.sql.DataSource;

/// What a server stands on: a database with its tables, a store, and the time.
public record Ground(DataSource database, StorePlace place, Timing timing, InstantSource clock) {
    /// On a store inside this process.
    ///
    /// @param storageType what datasets say of where their bytes are
    public Ground(DataSource database, ObjectStore store, String storageType, Timing timing, InstantSource clock) {
        this(database, StorePlace.own(store, storageType), timing, clock);
    }
}
