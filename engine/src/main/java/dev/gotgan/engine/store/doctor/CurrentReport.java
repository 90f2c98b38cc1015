package dev.gotgan.engine.store.doctor;

import dev.gotgan.engine.store.DirectUpload;
import dev.gotgan.engine.store.StoreTrust;

/// Trusts a store as far as its newest report goes.
public final class CurrentReport implements StoreTrust {
    private volatile StoreTrust newest = StoreTrust.none();

    public void is(StoreReport report) {
        newest = report;
    }

    @Override
    public DirectUpload directUpload() {
        return newest.directUpload();
    }

    @Override
    public boolean isEtagMd5() {
        return newest.isEtagMd5();
    }

    @Override
    public boolean obeysNames() {
        return newest.obeysNames();
    }
}
