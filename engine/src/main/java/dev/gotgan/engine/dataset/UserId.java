package dev.gotgan.engine.dataset;

/// A person's account.
public record UserId(int value) {
    public UserId {
        if (value <= 0) {
            throw new IllegalArgumentException("account ids start at 1: " + value);
        }
    }

    @Override
    public String toString() {
        return Integer.toString(value);
    }
}
