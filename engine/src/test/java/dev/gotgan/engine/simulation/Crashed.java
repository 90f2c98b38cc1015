package dev.gotgan.engine.simulation;

/// Thrown by every call of a server that was killed, so that nothing more of it takes effect.
final class Crashed extends Error {
    private static final long serialVersionUID = 1;

    Crashed() {
        super("killed", null, false, false);
    }
}
