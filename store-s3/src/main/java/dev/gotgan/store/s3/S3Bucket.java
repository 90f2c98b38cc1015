package dev.gotgan.store.s3;

import dev.gotgan.engine.store.ObjectStore;
import dev.gotgan.engine.store.Presigner;
import dev.gotgan.engine.store.RetryingStore;
import dev.gotgan.engine.store.doctor.Patient;
import dev.gotgan.engine.store.doctor.StoreReport;
import dev.gotgan.engine.wire.AdaptiveLimit;
import dev.gotgan.engine.wire.BackOff;
import dev.gotgan.engine.wire.KeyPace;
import dev.gotgan.engine.wire.Time;
import dev.gotgan.engine.wire.Wire;
import java.util.EnumSet;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/// Everything that a bucket can be used by, opened and closed together.
public final class S3Bucket implements AutoCloseable {
    private static final int FIRST = 32;
    private static final int MOST = 256;

    private final S3Address address;
    private final Wire wire = new Wire();
    private final S3Client client;
    private final S3Store once;
    private final S3Store bare;
    private final ObjectStore store;
    private final Presigner presigner;

    private S3Bucket(S3Address address, AwsCredentialsProvider credentials, Time time, BackOff backOff) {
        this.address = address;
        this.client = address.dialect()
                .client(address)
                .credentialsProvider(credentials)
                .build();
        var clock = new StoreClock(time::now);
        var signer = new SigV4(credentials::resolveCredentials, address.region());
        var limit = new AdaptiveLimit(FIRST, MOST, time);
        var bulk = new Bulk(address, wire, signer, limit, clock, null);
        var control = new Control(address, client, clock, null);
        var pace = new KeyPace(Dialect.KEY_PAUSE, time);
        this.once = new S3Store(bulk, control, pace, clock);
        this.bare = new S3Store(bulk, control, pace, clock);
        this.store = new RetryingStore(once, backOff, time);
        this.presigner = new SignedUrls(address, signer, clock);
    }

    /// With the credentials of the environment, the profile or the machine, as every tool of AWS looks for them.
    public static S3Bucket open(S3Address address) {
        return open(address, DefaultCredentialsProvider.builder().build(), Time.SYSTEM, BackOff.usual());
    }

    /// With credentials and a time of the caller's choice.
    public static S3Bucket open(S3Address address, AwsCredentialsProvider credentials, Time time, BackOff backOff) {
        return new S3Bucket(address, credentials, time, backOff);
    }

    public S3Address address() {
        return address;
    }

    /// Tries again what was refused for its haste, and nothing else.
    public ObjectStore store() {
        return store;
    }

    public Presigner presigner() {
        return presigner;
    }

    /// The bucket as it is, to be examined.
    public Patient patient() {
        return new Patient(address.name(), bare, Optional.of(presigner), Optional.of(this::areOneKey));
    }

    /// Makes up for what the store was seen to lack, from now on.
    public void learn(StoreReport report) {
        var lacks = EnumSet.allOf(Lack.class);
        lacks.removeIf(lack -> report.keeps(lack.probe()));
        once.makeUpFor(lacks);
    }

    private boolean areOneKey(String one, String other) {
        client.putObject(put -> put.bucket(address.bucket()).key(address.prefix() + one), RequestBody.empty());
        try {
            client.headObject(head -> head.bucket(address.bucket()).key(address.prefix() + other));
            return true;
        } catch (NoSuchKeyException e) {
            return false;
        } finally {
            client.deleteObject(delete -> delete.bucket(address.bucket()).key(address.prefix() + one));
        }
    }

    @Override
    public void close() {
        client.close();
        wire.close();
    }
}
