package dev.gotgan.server.web.config;

/// The server can't start as it was told to; the message says why, in one line.
public final class SettingsRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    public SettingsRefused(String message) {
        super(message);
    }
}
