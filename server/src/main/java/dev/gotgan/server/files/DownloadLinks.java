package dev.gotgan.server.files;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gotgan.engine.commit.Tree;
import dev.gotgan.engine.store.Presigner;
import dev.gotgan.engine.store.StoreTrust;
import dev.gotgan.server.web.PublicAddress;
import dev.gotgan.server.web.problem.Code;
import dev.gotgan.server.web.problem.Refused;
import dev.gotgan.server.web.signin.SecretKey;
import dev.gotgan.server.web.signin.Secrets;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// Addresses that carry their own right to one file of one generation, for a quarter of an hour: the
/// store's own where it signs them and was seen to obey the names they give, else ours.
final class DownloadLinks {
    static final Duration LIFE = Duration.ofMinutes(15);
    private static final String PURPOSE = "download";

    private final SecretKey key;
    private final InstantSource clock;
    private final PublicAddress address;
    private final Optional<Presigner> presigner;
    private final StoreTrust trust;

    DownloadLinks(
            SecretKey key,
            InstantSource clock,
            PublicAddress address,
            Optional<Presigner> presigner,
            StoreTrust trust) {
        this.key = key;
        this.clock = clock;
        this.address = address;
        this.presigner = presigner;
        this.trust = trust;
    }

    Instant expiry() {
        return clock.instant().plus(LIFE);
    }

    /// The store's address of the file, where it may be handed out. A durable copy first: nothing is ever written over
    /// it. The
    /// live object may be overwritten while the address is good; whoever reads it knows the hash that it must have.
    Optional<String> findDirect(Tree.Located file) {
        var live = file.live();
        var copy = file.copy();
        var key = copy != null || live == null ? copy : live.key();
        if (key == null || presigner.isEmpty() || !trust.obeysNames()) {
            return Optional.empty();
        }
        var signed = presigner.get().read(key, file.file().path().name(), LIFE);
        return Optional.of(signed.url());
    }

    /// Absolute, by where the world reaches us or by how this request did.
    String sign(SendFile.Wanted file, Instant expires, HttpServletRequest request) {
        long until = expires.getEpochSecond();
        return "%s/api/v1/datasets/%s/content?generation=%d&path=%s&expires=%d&signature=%s"
                .formatted(
                        address.of(request),
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
}
