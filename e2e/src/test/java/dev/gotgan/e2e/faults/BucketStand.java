package dev.gotgan.e2e.faults;

import dev.gotgan.e2e.faults.FaultProxy.Seen;
import dev.gotgan.e2e.parts.Client;
import dev.gotgan.e2e.parts.CommandLine;
import dev.gotgan.e2e.parts.Gotgan;
import dev.gotgan.e2e.parts.RunningServer;
import dev.gotgan.e2e.parts.S3Server;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// A server whose bytes lie in a bucket, and the line to that bucket, on which the command line is too.
///
/// @param token of the admin
record BucketStand(S3Server s3, FaultProxy line, RunningServer server, String token) implements AutoCloseable {
    private static final String PREFIX = "s3://" + S3Server.BUCKET + "/team";

    private static final class Shared {
        private static final BucketStand STAND = start();
    }

    /// One for all stories that leave it as it was; aborts the test where there is no S3 server.
    static BucketStand shared() {
        S3Server.assumeInstalled();
        return Shared.STAND;
    }

    private static BucketStand start() {
        try {
            var data = Gotgan.freshFolder("faulty-bucket");
            var stand = open(S3Server.start(data.resolveSibling("buckets")), data, Map.of());
            Runtime.getRuntime().addShutdownHook(new Thread(stand::close));
            return stand;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// One of a test's own.
    ///
    /// @param more of the server's environment
    static BucketStand open(S3Server s3, Path data, Map<String, String> more) {
        try {
            var line = FaultProxy.before(s3.url());
            var settings = new HashMap<>(S3Server.environment(line.url()));
            settings.put("GOTGAN_STORE", PREFIX);
            settings.putAll(more);
            var server = RunningServer.start(data, settings);
            var token = Client.newToken(server.url(), Gotgan.ADMIN, server.adminPassword());
            var doctor = new CommandLine(server, token, data.resolveSibling("home")).run("store", "doctor", "--json");
            if (!doctor.out().contains("\"live\"")) {
                throw new IllegalStateException("no direct upload: " + doctor);
            }
            line.takeSeen();
            return new BucketStand(s3, line, server, token);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.close();
        line.close();
        s3.close();
    }

    static boolean isUpload(Seen request) {
        return request.method().equals("PUT") && request.target().contains("X-Amz-Signature=");
    }

    static boolean isDownload(Seen request) {
        return request.method().equals("GET") && request.target().contains("X-Amz-Signature=");
    }

    /// The dataset's plain files as `aws s3 sync` brings them.
    Path copyOf(String dataset, Path to) throws IOException {
        Files.createDirectories(to);
        s3.aws("sync", PREFIX + "/datasets/" + dataset + "/", to.toString(), "--quiet", "--exclude", "meta.json");
        return to;
    }
}
