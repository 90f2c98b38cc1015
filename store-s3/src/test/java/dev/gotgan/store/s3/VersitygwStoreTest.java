package dev.gotgan.store.s3;

import dev.gotgan.engine.store.ObjectStore;
import dev.gotgan.engine.store.ObjectStoreContract;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// On versitygw, a second code base, whose objects are files; ours is what lies below a prefix.
final class VersitygwStoreTest extends ObjectStoreContract {
    private static @Nullable Versitygw server;

    private S3Bucket bucket;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        server = Versitygw.start(folder.resolve("buckets"));
    }

    @AfterAll
    static void stop() throws Exception {
        if (server != null) {
            server.close();
        }
    }

    @BeforeEach
    void open() {
        bucket = TestBuckets.make(Objects.requireNonNull(server).endpoint(), "/team/데이터", new OwnTime());
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
