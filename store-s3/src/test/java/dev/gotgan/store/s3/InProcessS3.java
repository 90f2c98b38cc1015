package dev.gotgan.store.s3;

import java.net.URI;
import java.util.Properties;
import org.gaul.s3proxy.BlobStores;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;

/// S3Proxy with everything in its heap.
final class InProcessS3 {
    private final S3Proxy proxy = S3Proxy.builder()
            .blobStore(BlobStores.create("transient", new Properties()))
            .awsAuthentication(AuthenticationType.AWS_V4, TestBuckets.ACCESS, TestBuckets.SECRET)
            .endpoint(URI.create("http://127.0.0.1:0"))
            .build();

    void start() throws Exception {
        proxy.start();
    }

    void stop() throws Exception {
        proxy.stop();
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + proxy.getPort());
    }
}
