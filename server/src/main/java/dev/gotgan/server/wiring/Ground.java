package dev.gotgan.server.wiring;

import dev.gotgan.engine.commit.Timing;
import dev.gotgan.engine.store.ObjectStore;
import java.time.InstantSource;
import javax.sql.DataSource;

/// What a server stands on: a database with its tables, a store, and the time.
///
/// @param storageType what datasets say of where their bytes are
public record Ground(DataSource database, ObjectStore store, String storageType, Timing timing, InstantSource clock) {}
