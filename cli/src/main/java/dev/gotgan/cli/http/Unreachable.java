package dev.gotgan.cli.http;

import java.net.URI;

/// No answer came from the server.
public final class Unreachable extends RuntimeException {
    private static final long serialVersionUID = 1;

    public Unreachable(URI url, Throwable cause) {
        super(
                "no answer from " + url + " (" + cause.getClass().getSimpleName()
                        + "). Is the server running? GOTGAN_URL or `gotgan login --url` chooses it.",
                cause);
    }
}
