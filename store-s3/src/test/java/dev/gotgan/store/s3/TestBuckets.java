package dev.gotgan.store.s3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gotgan.engine.store.doctor.ExamineStore;
import dev.gotgan.engine.store.doctor.StoreReport;
import dev.gotgan.engine.wire.BackOff;
import dev.gotgan.engine.wire.Time;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
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
    static final URI ORIGIN = URI.create("https://gotgan.example");
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

    /// What the doctor sees of an empty bucket there.
    static StoreReport examined(URI endpoint) {
        try (var bucket = make(endpoint, "/examined", new OwnTime())) {
            return examined(bucket);
        }
    }

    static StoreReport examined(S3Bucket bucket) {
        var report = new ExamineStore(InstantSource.system()).of(bucket.patient(), "run", ORIGIN);
        assertThat(bucket.store().list("", null, 10)).isEmpty();
        return report;
    }

    static S3Bucket open(S3Address address, Time time) {
        var backOff = new BackOff(Duration.ofMillis(10), Duration.ofMillis(100), 4, new Random(1));
        return S3Bucket.open(address, CREDENTIALS, time, backOff);
    }
}
