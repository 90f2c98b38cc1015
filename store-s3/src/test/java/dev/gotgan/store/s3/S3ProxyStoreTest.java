package dev.gotgan.store.s3;

import dev.gotgan.engine.store.ObjectStore;
import dev.gotgan.engine.store.ObjectStoreContract;
import dev.gotgan.engine.store.doctor.StoreReport;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/// On S3Proxy in this process, which lists in the order of UTF-16: its examination says so, and the adapter makes up
/// for it.
final class S3ProxyStoreTest extends ObjectStoreContract {
    private static final InProcessS3 SERVER = new InProcessS3();

    private static StoreReport report;

    private S3Bucket bucket;

    @BeforeAll
    static void start() throws Exception {
        SERVER.start();
        report = TestBuckets.examined(SERVER.endpoint());
    }

    @AfterAll
    static void stop() throws Exception {
        SERVER.stop();
    }

    @BeforeEach
    void open() {
        bucket = TestBuckets.make(SERVER.endpoint(), "", new OwnTime());
        bucket.learn(report);
    }

    @AfterEach
    void close() {
        bucket.close();
    }

    @Override
    protected ObjectStore store() {
        return bucket.store();
    }

    @Override
    protected Set<Limit> limits() {
        return Set.of(Limit.FOLDERS_RACE);
    }
}
