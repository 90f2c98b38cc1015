package dev.gotgan.server.upload.direct;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gotgan.engine.commit.Planned;
import dev.gotgan.engine.commit.SessionId;
import dev.gotgan.engine.content.Sha256;
import dev.gotgan.engine.direct.PutLinks;
import dev.gotgan.engine.store.Key;
import dev.gotgan.server.web.problem.Code;
import dev.gotgan.server.web.problem.Refused;
import dev.gotgan.server.web.signin.SecretKey;
import dev.gotgan.server.web.signin.Secrets;
import java.net.URLEncoder;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/// Links to this server, for a store that gives out none: what an object store would sign, we sign.
final class UploadLinks implements PutLinks {
    static final Duration LIFE = Duration.ofMinutes(15);
    private static final String PURPOSE = "upload";

    private final SecretKey secret;
    private final InstantSource clock;

    UploadLinks(SecretKey secret, InstantSource clock) {
        this.secret = secret;
        this.clock = clock;
    }

    /// What one link lets through.
    record Allowed(SessionId session, Key key, Sha256 sha256, long size, long expires) {
        private String message() {
            return session + "\n" + sha256.hex() + "\n" + size + "\n" + expires + "\n" + key.value();
        }
    }

    @Override
    public Link sign(SessionId session, Planned.Upload upload) {
        var expires = clock.instant().plus(LIFE);
        var file = upload.file();
        var allowed = new Allowed(session, upload.key(), file.sha256(), file.size(), expires.getEpochSecond());
        var url = "/api/v1/uploads/" + session
                + "/content?key=" + URLEncoder.encode(upload.key().value(), UTF_8)
                + "&sha256=" + file.sha256().hex()
                + "&size=" + file.size()
                + "&expires=" + allowed.expires()
                + "&signature=" + signature(allowed);
        return new Link(
                url,
                "PUT",
                Map.of("Content-Type", "application/octet-stream"),
                Instant.ofEpochSecond(allowed.expires()));
    }

    /// Passes only what [#sign] made, unchanged and not expired.
    void check(Allowed allowed, String signature) {
        if (!Secrets.same(signature, signature(allowed)) || clock.instant().getEpochSecond() >= allowed.expires()) {
            throw new Refused(Code.LINK_INVALID, "This link is no longer good; plan the file again for a new one.");
        }
    }

    private String signature(Allowed allowed) {
        return secret.sign(PURPOSE, allowed.message());
    }
}
