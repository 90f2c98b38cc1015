package dev.gotgan.engine.store;

final class MemoryStoreTest extends ObjectStoreContract {
    private final MemoryStore store = new MemoryStore();

    @Override
    protected ObjectStore store() {
        return store;
    }
}
