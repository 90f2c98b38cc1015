package dev.gotgan.store.s3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gotgan.engine.content.Sha256;
import dev.gotgan.engine.store.Key;
import dev.gotgan.engine.wire.Target;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner.AuthLocation;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignRequest;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/// The oracle is the SDK's own signer: on any key, header and query, byte for byte the same signature.
class SigV4Test {
    private static final int KEYS = 500;
    private static final Instant AT = Instant.parse("2026-11-28T04:05:06Z");
    private static final Clock CLOCK = Clock.fixed(AT, ZoneOffset.UTC);
    private static final String PIECES = "abcXYZ0189-_.~ +%#'\"&=?@:;,!$()*[]{}|^<>`\\/한글고양이곳간é😀\uFF5Eß日本\u00A0";

    static List<AwsCredentials> credentials() {
        return List.of(
                AwsBasicCredentials.create("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"),
                AwsSessionCredentials.create("ASIAEXAMPLE", "secret/+=", "token+/=with%odd&signs"));
    }

    @ParameterizedTest
    @MethodSource("credentials")
    void headersAreSignedAsTheSdkSignsThem(AwsCredentials who) {
        var ours = new SigV4(() -> who, "auto");
        var random = new Random(1);
        for (var key : keys()) {
            var target = URI.create("https://acc.example.com/bucket/" + Encoding.path(key));
            byte[] bytes = new byte[random.nextInt(64)];
            random.nextBytes(bytes);
            var headers = Map.of("content-type", "image/png", "if-none-match", "*", "x-amz-meta-a", "b  c");
            var signed = ours.headers("PUT", Target.of(target), headers, Sha256.hash(bytes), AT);
            var theirs = sdk(
                    who,
                    "PUT",
                    target,
                    headers,
                    builder ->
                            builder.payload(content(bytes)).putProperty(AwsV4HttpSigner.PAYLOAD_SIGNING_ENABLED, true));
            assertThat(signed.get("authorization"))
                    .as(key)
                    .isEqualTo(theirs.firstMatchingHeader("Authorization").orElseThrow());
            assertThat(signed.get("x-amz-content-sha256"))
                    .isEqualTo(
                            theirs.firstMatchingHeader("x-amz-content-sha256").orElseThrow());
        }
    }

    @ParameterizedTest
    @MethodSource("credentials")
    void addressesAreSignedAsTheSdkSignsThem(AwsCredentials who) {
        var ours = new SigV4(() -> who, "us-east-1");
        for (var key : keys()) {
            var target = URI.create("http://127.0.0.1:9000/bucket/" + Encoding.path(key));
            var headers =
                    Map.of("content-type", "text/plain", "content-length", "12", "x-amz-checksum-sha256", "AbC+/=");
            var disposition = "attachment; filename*=UTF-8''" + Encoding.part(key);
            var query = Map.of("response-content-disposition", disposition);
            var valid = new SigV4.Validity(AT, Duration.ofMinutes(15));
            var url = URI.create(ours.presigned("PUT", Target.of(target), headers, query, valid));
            var asked = URI.create(target + "?response-content-disposition=" + Encoding.part(disposition));
            var theirs = sdk(
                    who,
                    "PUT",
                    asked,
                    headers,
                    builder -> builder.putProperty(AwsV4HttpSigner.AUTH_LOCATION, AuthLocation.QUERY_STRING)
                            .putProperty(AwsV4HttpSigner.EXPIRATION_DURATION, Duration.ofMinutes(15))
                            .putProperty(AwsV4HttpSigner.PAYLOAD_SIGNING_ENABLED, false));
            assertThat(parameters(url)).as(key).isEqualTo(parameters(theirs.getUri()));
            assertThat(url.getRawPath()).isEqualTo(theirs.getUri().getRawPath());
        }
    }

    /// The whole way of the SDK, from a key to an address.
    @ParameterizedTest
    @MethodSource("credentials")
    void aReadAddressIsTheOneThatTheSdksPresignerMakes(AwsCredentials who) {
        var address = S3Address.parse("s3://bucket", Map.of("AWS_ENDPOINT_URL_S3", "https://s3.example.com:8443"));
        var ours = new SigV4(() -> who, address.region());
        try (var presigner = S3Presigner.builder()
                .credentialsProvider(StaticCredentialsProvider.create(who))
                .region(Region.of(address.region()))
                .endpointOverride(address.endpoint())
                .serviceConfiguration(
                        S3Configuration.builder().pathStyleAccessEnabled(true).build())
                .build()) {
            for (var key : keys().subList(0, 50)) {
                var theirs = presigner.presignGetObject(request -> request.signatureDuration(Duration.ofMinutes(5))
                        .getObjectRequest(get -> get.bucket("bucket").key(key)));
                var at = Instant.from(DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssX")
                        .parse(parameters(URI.create(theirs.url().toString())).get("X-Amz-Date")));
                var url = URI.create(ours.presigned(
                        "GET",
                        address.at(new Key(key)),
                        Map.of(),
                        Map.of(),
                        new SigV4.Validity(at, Duration.ofMinutes(5))));
                assertThat(parameters(url))
                        .as(key)
                        .isEqualTo(parameters(URI.create(theirs.url().toString())));
                assertThat(url.getRawPath()).isEqualTo(theirs.url().getPath());
            }
        }
    }

    private static SdkHttpRequest sdk(
            AwsCredentials who,
            String method,
            URI target,
            Map<String, String> headers,
            UnaryOperator<SignRequest.Builder<AwsCredentials>> more) {
        var request =
                SdkHttpRequest.builder().method(SdkHttpMethod.fromValue(method)).uri(target);
        headers.forEach(request::putHeader);
        var sign = SignRequest.builder(who)
                .request(request.build())
                .putProperty(HttpSigner.SIGNING_CLOCK, CLOCK)
                .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "s3")
                .putProperty(AwsV4HttpSigner.REGION_NAME, target.getHost().equals("127.0.0.1") ? "us-east-1" : "auto")
                .putProperty(AwsV4HttpSigner.DOUBLE_URL_ENCODE, false)
                .putProperty(AwsV4HttpSigner.NORMALIZE_PATH, false);
        return AwsV4HttpSigner.create().sign(more.apply(sign).build()).request();
    }

    private static ContentStreamProvider content(byte[] bytes) {
        return () -> new ByteArrayInputStream(bytes);
    }

    private static Map<String, String> parameters(URI url) {
        var all = new TreeMap<String, String>();
        for (var part : url.getRawQuery().split("&", -1)) {
            all.put(part.substring(0, part.indexOf('=')), part.substring(part.indexOf('=') + 1));
        }
        return all;
    }

    /// NFC keys of one to forty odd characters.
    private static List<String> keys() {
        var random = new Random(20261128);
        int[] pieces = PIECES.codePoints().toArray();
        var keys = new ArrayList<String>();
        while (keys.size() < KEYS) {
            var key = new StringBuilder("k");
            for (int i = random.nextInt(40); i >= 0; i--) {
                key.appendCodePoint(pieces[random.nextInt(pieces.length)]);
            }
            keys.add(key.append('z').toString());
        }
        return keys;
    }
}
