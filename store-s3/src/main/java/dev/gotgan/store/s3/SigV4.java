package dev.gotgan.store.s3;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gotgan.engine.content.Sha256;
import dev.gotgan.engine.wire.Target;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

/// AWS Signature Version 4 for S3, in headers or in the query (AWS General Reference, "Signature Version 4 signing
/// process").
///
/* Some microseconds where the SDK takes a millisecond: nothing is parsed, and the day's key is derived once a day. */
final class SigV4 {
    private static final String ALGORITHM = "AWS4-HMAC-SHA256";
    private static final String UNSIGNED = "UNSIGNED-PAYLOAD";
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Supplier<AwsCredentials> credentials;
    private final String region;
    private volatile @Nullable DayKey dayKey;
    private volatile Second second = new Second(Long.MIN_VALUE, "");

    SigV4(Supplier<AwsCredentials> credentials, String region) {
        this.credentials = credentials;
        this.region = region;
    }

    private record Second(long epoch, String stamp) {}

    /// Thousands of signatures fall into one second.
    private String stamp(Instant at) {
        var known = second;
        if (known.epoch() != at.getEpochSecond()) {
            known = new Second(at.getEpochSecond(), STAMP.format(at));
            second = known;
        }
        return known.stamp();
    }

    private record DayKey(String day, String secret, Mac mac) {}

    /// All headers that the request is to carry, `headers` among them; `Host` goes without saying.
    ///
    /// @param target its path encoded by [Encoding], its query empty or made by [Encoding] in the order of names
    Map<String, String> headers(String method, Target target, Map<String, String> headers, Sha256 payload, Instant at) {
        var who = credentials.get();
        var stamp = stamp(at);
        var all = new TreeMap<String, String>();
        headers.forEach((name, value) -> all.put(name.toLowerCase(Locale.ROOT), value));
        all.put("x-amz-date", stamp);
        all.put("x-amz-content-sha256", payload.hex());
        if (who instanceof AwsSessionCredentials session) {
            all.put("x-amz-security-token", session.sessionToken());
        }
        var signed = withHost(all, target);
        int mark = target.path().indexOf('?');
        var path = mark < 0 ? target.path() : target.path().substring(0, mark);
        var query = mark < 0 ? "" : target.path().substring(mark + 1);
        var names = String.join(";", signed.keySet());
        var canonical = canonical(method, path, query, new Signed(names, signed), payload.hex());
        all.put(
                "authorization",
                ALGORITHM + " Credential=" + who.accessKeyId() + "/" + scope(stamp) + ", SignedHeaders=" + names
                        + ", Signature=" + signature(who, stamp, canonical));
        return all;
    }

    /// An address that carries its own signature; whoever uses it must send `headers` as they are.
    ///
    /// @param query further parameters, which nobody can change either
    String presigned(
            String method, Target target, Map<String, String> headers, Map<String, String> query, Validity valid) {
        var who = credentials.get();
        var stamp = stamp(valid.from());
        var signed = new TreeMap<String, String>();
        headers.forEach((name, value) -> signed.put(name.toLowerCase(Locale.ROOT), value));
        signed.put("host", target.authority());
        var names = String.join(";", signed.keySet());
        var all = new TreeMap<String, String>();
        query.forEach((name, value) -> all.put(Encoding.part(name), Encoding.part(value)));
        all.put("X-Amz-Algorithm", ALGORITHM);
        all.put("X-Amz-Credential", Encoding.part(who.accessKeyId() + "/" + scope(stamp)));
        all.put("X-Amz-Date", stamp);
        all.put("X-Amz-Expires", Long.toString(valid.life().toSeconds()));
        all.put("X-Amz-SignedHeaders", Encoding.part(names));
        if (who instanceof AwsSessionCredentials session) {
            all.put("X-Amz-Security-Token", Encoding.part(session.sessionToken()));
        }
        var text = new StringBuilder(512);
        all.forEach((name, value) ->
                text.append(text.isEmpty() ? "" : "&").append(name).append('=').append(value));
        var canonical = canonical(method, target.path(), text, new Signed(names, signed), UNSIGNED);
        return target + "?" + text + "&X-Amz-Signature=" + signature(who, stamp, canonical);
    }

    /// From when, and for how long.
    record Validity(Instant from, Duration life) {}

    /// The headers that a signature covers.
    private record Signed(String names, SortedMap<String, String> headers) {}

    private static SortedMap<String, String> withHost(SortedMap<String, String> headers, Target target) {
        var signed = new TreeMap<>(headers);
        signed.put("host", target.authority());
        return signed;
    }

    private static String canonical(String method, String path, CharSequence query, Signed signed, String payload) {
        var text = new StringBuilder(1024)
                .append(method)
                .append('\n')
                .append(path)
                .append('\n')
                .append(query)
                .append('\n');
        signed.headers()
                .forEach((name, value) ->
                        text.append(name).append(':').append(plain(value)).append('\n'));
        return text.append('\n')
                .append(signed.names())
                .append('\n')
                .append(payload)
                .toString();
    }

    private static String plain(String value) {
        var stripped = value.strip();
        return stripped.contains("  ") ? stripped.replaceAll(" +", " ") : stripped;
    }

    private String scope(String stamp) {
        return stamp.substring(0, 8) + "/" + region + "/s3/aws4_request";
    }

    private String signature(AwsCredentials who, String stamp, String canonical) {
        var toSign = ALGORITHM + "\n" + stamp + "\n" + scope(stamp) + "\n" + Sha256.hash(canonical.getBytes(UTF_8));
        try {
            var mac = (Mac) key(who.secretAccessKey(), stamp.substring(0, 8)).clone();
            return HexFormat.of().formatHex(mac.doFinal(toSign.getBytes(UTF_8)));
        } catch (GeneralSecurityException | CloneNotSupportedException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }

    private Mac key(String secret, String day) throws GeneralSecurityException {
        var known = dayKey;
        if (known == null || !known.day().equals(day) || !known.secret().equals(secret)) {
            byte[] key = ("AWS4" + secret).getBytes(UTF_8);
            for (var part : new String[] {day, region, "s3", "aws4_request"}) {
                key = mac(key).doFinal(part.getBytes(UTF_8));
            }
            known = new DayKey(day, secret, mac(key));
            dayKey = known;
        }
        return known.mac();
    }

    private static Mac mac(byte[] key) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac;
    }
}
