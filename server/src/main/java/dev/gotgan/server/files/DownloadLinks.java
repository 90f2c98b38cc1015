package dev.gotgan.server.files;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gotgan.server.web.config.Settings;
import dev.gotgan.server.web.problem.Code;
import dev.gotgan.server.web.problem.Refused;
import dev.gotgan.server.web.signin.SecretKey;
import dev.gotgan.server.web.signin.Secrets;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Addresses that carry their own right to one file of one generation, for a quarter of an hour: a store without
/// presigned URLs gets them from us.
final class DownloadLinks {
    static final Duration LIFE = Duration.ofMinutes(15);
    private static final String PURPOSE = "download";

    private final SecretKey key;
    private final InstantSource clock;
    private final Settings.Http http;

    DownloadLinks(SecretKey key, InstantSource clock, Settings.Http http) {
        this.key = key;
        this.clock = clock;
        this.http = http;
    }

    Instant expiry() {
        return clock.instant().plus(LIFE);
    }

    /// Absolute, by where the world reaches us or by how this request did.
    String sign(SendFile.Wanted file, Instant expires, HttpServletRequest request) {
        long until = expires.getEpochSecond();
        return "%s/api/v1/datasets/%s/content?generation=%d&path=%s&expires=%d&signature=%s"
                .formatted(
                        base(request),
                        file.dataset(),
                        file.generation(),
                        URLEncoder.encode(file.path().value(), UTF_8),
                        until,
                        signature(file, until));
    }

    /// Passes only what [#sign] made, unchanged and not expired.
    void check(SendFile.Wanted file, long until, String signature) {
        if (!Secrets.same(signature, signature(file, until)) || clock.instant().getEpochSecond() >= until) {
            throw new Refused(Code.LINK_INVALID, "This link is no longer good; ask for new download-urls.");
        }
    }

    private String signature(SendFile.Wanted file, long until) {
        return key.sign(PURPOSE, file.dataset() + "\n" + file.generation() + "\n" + until + "\n" + file.path());
    }

    private String base(HttpServletRequest request) {
        var known = http.publicUrl();
        if (known != null) {
            return known.toString().replaceFirst("/+$", "");
        }
        var address = request.getRequestURL();
        return address.substring(0, address.length() - request.getRequestURI().length());
    }
}
