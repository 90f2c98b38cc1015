package dev.gotgan.store.s3;

import dev.gotgan.engine.store.ObjectStore;
import dev.gotgan.engine.store.ObjectStoreContract;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/// On S3Proxy in this process, which lists in the order of UTF-16.
final class S3ProxyStoreTest extends ObjectStoreContract {
    private static final InProcessS3 SERVER = new InProcessS3();

    private S3Bucket bucket;

    @BeforeAll
    static void start() throws Exception {
        SERVER.start();
    }

    @AfterAll
    static void stop() throws Exception {
        SERVER.stop();
    }

    @BeforeEach
    void open() {
        bucket = TestBuckets.make(SERVER.endpoint(), "", new OwnTime());
        bucket.makeUpFor(Set.of(Lack.UTF8_ORDER));
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
