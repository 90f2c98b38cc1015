package dev.gotgan.server.web.problem;

import jakarta.servlet.http.HttpServletResponse;

/// Headers of every answer, so that no browser ever runs or frames what we send, or keeps it. A page of ours
/// replaces what it must.
public final class PlainHeaders {
    private PlainHeaders() {}

    public static void of(HttpServletResponse response) {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'; frame-ancestors 'none'");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("Cache-Control", "no-store");
    }
}
