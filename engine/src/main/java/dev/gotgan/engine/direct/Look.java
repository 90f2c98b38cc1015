package dev.gotgan.engine.direct;

import dev.gotgan.engine.store.Key;
import dev.gotgan.engine.store.StoredObject;
import java.util.Optional;

/// How it is found out what lies at a key.
@FunctionalInterface
public interface Look {
    Optional<StoredObject> at(Key key);
}
