package dev.gotgan.store.s3;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.LegacyMd5Plugin;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.S3Configuration;

/// What one S3 store does otherwise than another. Everything that is known of R2's ways stands here and nowhere else:
///
/// - its region is `auto`, buckets stand in the path, and it knows neither `aws-chunked` bodies nor `Expect`;
/// - batch deletes must carry an MD5, where AWS takes any checksum;
/// - one write a second for each key ([#KEY_PAUSE]), else 429; kept everywhere, since others ask for as much or do not
/// mind;
/// - keys are NFC; ours are everywhere;
/// - an expired URL is 400 there and 403 elsewhere; an `If-None-Match` that fails is 412, on AWS
/// sometimes 409;
/// - checksums of copied objects are not to be trusted, so none is asked for.
///
/// Nothing here was seen on a live R2 account: `gotgan store doctor` is for whoever has one.
public enum Dialect {
    R2("r2"),
    AWS("s3"),
    GCS("gcs"),
    OTHER("s3");

    static final String USUAL_REGION = "us-east-1";
    /// Between two writes of one key.
    public static final Duration KEY_PAUSE = Duration.ofSeconds(1);
    /// A COPY of 5 GiB takes minutes; everything else that the SDK is asked for is small.
    static final Duration LONGEST_COPY = Duration.ofMinutes(15);

    static final Duration LONGEST_CALL = Duration.ofSeconds(30);

    private static final Set<String> MISMATCH = Set.of(
            "BadDigest", "XAmzContentSHA256Mismatch", "XAmzContentChecksumMismatch", "InvalidDigest", "IncompleteBody");
    /** The words of file systems behind an S3 door (versitygw). */
    private static final Set<String> OBSTRUCTED = Set.of(
            "ObjectParentIsFile", "ExistingObjectIsDirectory", "ObjectIsDirectory", "DirectoryObjectContainsData");

    private static final Set<String> FULL =
            Set.of("InsufficientStorage", "XMinioStorageFull", "QuotaExceeded", "DiskFull");
    private static final Set<String> PASSING = Set.of(
            "RequestTimeout", "SlowDown", "ServiceUnavailable", "TooManyRequests", "InternalError", "OperationAborted");

    private final String storageType;

    Dialect(String storageType) {
        this.storageType = storageType;
    }

    static Dialect of(URI endpoint) {
        var host = endpoint.getHost();
        return host.endsWith(".r2.cloudflarestorage.com")
                ? R2
                : host.endsWith(".amazonaws.com") ? AWS : host.equals("storage.googleapis.com") ? GCS : OTHER;
    }

    static String r2(String account) {
        return "https://" + account + ".r2.cloudflarestorage.com";
    }

    static String aws(String region) {
        return "https://s3." + region + ".amazonaws.com";
    }

    /// What datasets say of where their bytes are.
    public String storageType() {
        return storageType;
    }

    String region(@Nullable String wanted) {
        return this == R2 ? "auto" : wanted == null ? USUAL_REGION : wanted;
    }

    /// Whether the bucket stands in the path and not before the host; a certificate covers no dot before it.
    boolean inPath(String bucket) {
        return this != AWS || bucket.contains(".");
    }

    /// An SDK client that asks once, sends plain bodies, and adds no checksum that nobody asked for.
    S3ClientBuilder client(S3Address address) {
        var builder = S3Client.builder()
                .endpointOverride(address.endpoint())
                .region(Region.of(address.region()))
                .putAuthScheme(new DatedSigning())
                .httpClientBuilder(
                        Apache5HttpClient.builder().maxConnections(64).socketTimeout(LONGEST_COPY))
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .serviceConfiguration(S3Configuration.builder()
                        .pathStyleAccessEnabled(inPath(address.bucket()))
                        .chunkedEncodingEnabled(false)
                        .expectContinueEnabled(false)
                        .build())
                .overrideConfiguration(config ->
                        config.apiCallAttemptTimeout(LONGEST_CALL).retryStrategy(AwsRetryStrategy.doNotRetry()));
        return this == AWS ? builder : builder.addPlugin(LegacyMd5Plugin.create());
    }

    /// What a refused write of bytes means.
    static Refusal meaning(int status, String code) {
        if (MISMATCH.contains(code)) {
            return Refusal.MISMATCH;
        }
        if (OBSTRUCTED.contains(code)) {
            return Refusal.OBSTRUCTED;
        }
        if (status == 507 || FULL.contains(code)) {
            return Refusal.FULL;
        }
        return switch (status) {
            case 404 -> code.equals("NoSuchBucket") ? Refusal.LASTING : Refusal.MISSING;
            case 412 -> Refusal.CONDITION;
            case 409 -> code.equals("ConditionalRequestConflict") ? Refusal.CONDITION : Refusal.LASTING;
            case 408, 425, 429, 503 -> Refusal.PASSING;
            case 500, 502, 504 -> Refusal.IN_DOUBT;
            default -> PASSING.contains(code) ? Refusal.PASSING : Refusal.LASTING;
        };
    }

    /// Why a request came to nothing.
    enum Refusal {
        MISMATCH,
        OBSTRUCTED,
        FULL,
        MISSING,
        CONDITION,
        /// It may be different soon.
        PASSING,
        /// It stays so until somebody changes something.
        LASTING,
        /// The store broke over it: it may have been done.
        IN_DOUBT
    }
}
