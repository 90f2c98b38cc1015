package dev.gotgan.engine.publish;

/// Somebody else publishes this dataset now, or it is going away. Stop; nothing is lost.
public final class LeaseLost extends RuntimeException {
    private static final long serialVersionUID = 1;

    public LeaseLost(Lease lease) {
        super("publisher " + lease.epoch() + " of " + lease.dataset() + " was superseded");
    }
}
