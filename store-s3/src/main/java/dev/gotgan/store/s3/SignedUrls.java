package dev.gotgan.store.s3;

import dev.gotgan.engine.content.MediaType;
import dev.gotgan.engine.content.Sha256;
import dev.gotgan.engine.store.Key;
import dev.gotgan.engine.store.Presigner;
import dev.gotgan.engine.store.SignedUrl;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/// URLs signed with our credentials. A session's credentials may end before the URL does.
final class SignedUrls implements Presigner {
    private final S3Address address;
    private final SigV4 signer;
    private final InstantSource clock;

    SignedUrls(S3Address address, SigV4 signer, InstantSource clock) {
        this.address = address;
        this.signer = signer;
        this.clock = clock;
    }

    @Override
    public SignedUrl create(Key key, Sha256 sha256, long length, Duration life) {
        var headers = new HashMap<>(Bulk.describing(key, sha256));
        headers.put("if-none-match", "*");
        var signed = new HashMap<>(headers);
        signed.put("content-length", Long.toString(length));
        var now = clock.instant();
        var valid = new SigV4.Validity(now, life);
        var url = signer.presigned("PUT", address.at(key), signed, Map.of(), valid);
        return new SignedUrl("PUT", url, headers, now.plus(life));
    }

    @Override
    public SignedUrl read(Key key, String name, Duration life) {
        var type = MediaType.of(name);
        var manner = type.equals(MediaType.BYTES) ? "attachment" : "inline";
        var query = Map.of(
                "response-content-type",
                type,
                "response-content-disposition",
                manner + "; filename*=UTF-8''" + Encoding.part(name));
        var now = clock.instant();
        var url = signer.presigned("GET", address.at(key), Map.of(), query, new SigV4.Validity(now, life));
        return new SignedUrl("GET", url, Map.of(), now.plus(life));
    }
}
