package dev.gotgan.server.web;

import dev.gotgan.server.web.config.Settings;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;

/// How the world reaches this server: as it was told, or as this request did.
public final class PublicAddress {
    private final Settings.Http http;

    public PublicAddress(Settings.Http http) {
        this.http = http;
    }

    /// Without a slash at its end.
    public URI of(HttpServletRequest request) {
        var known = http.publicUrl();
        if (known != null) {
            return URI.create(known.toString().replaceFirst("/+$", ""));
        }
        var address = request.getRequestURL();
        return URI.create(
                address.substring(0, address.length() - request.getRequestURI().length()));
    }

    /// As far as it is known before anybody asked.
    public URI atStart() {
        var known = http.publicUrl();
        return known == null ? URI.create("http://" + http.host() + ":" + http.port()) : known;
    }
}
