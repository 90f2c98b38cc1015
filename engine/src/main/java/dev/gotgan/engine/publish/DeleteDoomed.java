package dev.gotgan.engine.publish;

import dev.gotgan.engine.store.ObjectStore;
import java.util.List;

/// Removes the keys of doomed copies, a page at a time.
public final class DeleteDoomed {
    private static final int PAGE = 1000;

    private final DoomedCopies copies;
    private final ObjectStore store;

    public DeleteDoomed(DoomedCopies copies, ObjectStore store) {
        this.copies = copies;
        this.store = store;
    }

    public void run() {
        copies.doomAbandoned();
        for (var page = copies.due(PAGE); !page.isEmpty(); page = copies.due(PAGE)) {
            store.delete(page.stream().map(DoomedCopies.Doomed::key).toList());
            copies.deleted(List.copyOf(page));
        }
    }
}
