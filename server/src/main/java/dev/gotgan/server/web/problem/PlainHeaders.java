package dev.gotgan.server.web.problem;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/// Headers of every answer, so that no browser ever runs or frames what we send, or keeps it. A page of ours
/// replaces what it must.
public final class PlainHeaders {
    /// Names one request, for a person who tells of it and for the log.
    public static final String REQUEST_ID = "X-Request-Id";

    private PlainHeaders() {}

    public static void of(HttpServletResponse response) {
        if (response.getHeader(REQUEST_ID) == null) {
            response.setHeader(
                    REQUEST_ID,
                    HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong()));
        }
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'; frame-ancestors 'none'");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("Cache-Control", "no-store");
    }
}
