package dev.gotgan.e2e.faults;

import dev.gotgan.e2e.faults.FaultProxy.Seen;
import dev.gotgan.e2e.parts.RunningServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;

/// The line to a bucket, which the server and the command line share.
class FaultyBucketTest extends FaultsContract {
    private final BucketStand stand = BucketStand.shared();

    @Override
    RunningServer server() {
        return stand.server();
    }

    @Override
    URI address() {
        return server().url();
    }

    @Override
    FaultProxy proxy() {
        return stand.line();
    }

    @Override
    String token() {
        return stand.token();
    }

    @Override
    boolean isUpload(Seen request) {
        return BucketStand.isUpload(request);
    }

    @Override
    boolean isDownload(Seen request) {
        return BucketStand.isDownload(request);
    }

    @Override
    Path copyOf(String dataset, Path to) throws IOException {
        return stand.copyOf(dataset, to);
    }
}
