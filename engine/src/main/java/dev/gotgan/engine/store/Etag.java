package dev.gotgan.engine.store;

/// The store's own token for what one key holds: equal tokens mean that it holds the same bytes. Opaque to
/// everybody else, and not to be compared between keys or stores.
public record Etag(String value) {
    @Override
    public String toString() {
        return value;
    }
}
