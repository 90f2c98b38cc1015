package dev.gotgan.engine.store;

/// The store's own token for what a key holds: equal tokens mean that nobody wrote in between. Opaque to
/// everybody
/// else.
public record Etag(String value) {
    @Override
    public String toString() {
        return value;
    }
}
