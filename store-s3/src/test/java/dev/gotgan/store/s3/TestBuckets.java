package dev.gotgan.store.s3;

import dev.gotgan.engine.wire.BackOff;
import dev.gotgan.engine.wire.Time;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/// Fresh buckets on a server of a test's own.
final class TestBuckets {
    static final String ACCESS = "gotgan";
    static final String SECRET = "a-secret-of-tests";
    static final AwsCredentialsProvider CREDENTIALS =
            StaticCredentialsProvider.create(AwsBasicCredentials.create(ACCESS, SECRET));
    private static final AtomicInteger NEXT = new AtomicInteger();

    private TestBuckets() {}

    /// An empty bucket; ours is what lies below `prefix`.
    static S3Bucket make(URI endpoint, String prefix, Time time) {
        var name = "bucket-" + NEXT.incrementAndGet();
        var address = S3Address.parse("s3://" + name + prefix, Map.of("AWS_ENDPOINT_URL_S3", endpoint.toString()));
        try (var client = address.dialect()
                .client(address)
                .credentialsProvider(CREDENTIALS)
                .build()) {
            client.createBucket(create -> create.bucket(name));
        }
        return open(address, time);
    }

    static S3Bucket open(S3Address address, Time time) {
        var backOff = new BackOff(Duration.ofMillis(10), Duration.ofMillis(100), 4, new Random(1));
        return S3Bucket.open(address, CREDENTIALS, time, backOff);
    }
}
