package dev.gotgan.engine.store.directory;

import dev.gotgan.engine.store.ObjectStore;
import dev.gotgan.engine.store.ObjectStoreContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

final class DirectoryStoreTest extends ObjectStoreContract {
    private DirectoryStore store;

    @BeforeEach
    void open(@TempDir Path folder) {
        store = DirectoryStore.open(folder);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Override
    protected ObjectStore store() {
        return store;
    }
}
