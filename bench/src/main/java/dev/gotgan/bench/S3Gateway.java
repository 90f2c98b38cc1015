package dev.gotgan.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// versitygw, which `.ci/run` builds, with the bucket `bench`.
final class S3Gateway implements AutoCloseable {
    /// What the server is told to keep its objects in.
    static final String STORE = "s3://bench/gotgan";

    private final Process process;
    private final int port;

    private S3Gateway(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static S3Gateway start(Path folder) throws IOException, InterruptedException {
        var caches = System.getenv().getOrDefault("XDG_CACHE_HOME", System.getProperty("user.home") + "/.cache");
        var program = Path.of(caches, "gotgan/tools/versitygw-1.8.0");
        if (!Files.isExecutable(program)) {
            throw new IOException("no " + program + ": .ci/run builds it where Go is");
        }
        Files.createDirectories(folder.resolve("bench"));
        int port;
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        var process = new ProcessBuilder(
                        program.toString(),
                        "--access",
                        "bench",
                        "--secret",
                        "a-secret-of-benchmarks",
                        "--port",
                        "127.0.0.1:" + port,
                        "--keep-alive",
                        "--quiet",
                        "posix",
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolveSibling("versitygw.log").toFile())
                .start();
        var gateway = new S3Gateway(process, port);
        while (!gateway.answers()) {
            if (!process.isAlive()) {
                throw new IOException("versitygw ended; see its log beside " + folder);
            }
            Thread.sleep(50);
        }
        return gateway;
    }

    private boolean answers() {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    /// For everybody who speaks S3, rclone too.
    Map<String, String> environment() {
        var url = "http://127.0.0.1:" + port;
        return Map.ofEntries(
                Map.entry("AWS_ENDPOINT_URL_S3", url),
                Map.entry("AWS_ENDPOINT_URL", url),
                Map.entry("AWS_ACCESS_KEY_ID", "bench"),
                Map.entry("AWS_SECRET_ACCESS_KEY", "a-secret-of-benchmarks"),
                Map.entry("AWS_REGION", "us-east-1"),
                Map.entry("AWS_DEFAULT_REGION", "us-east-1"),
                Map.entry("RCLONE_CONFIG_S3_TYPE", "s3"),
                Map.entry("RCLONE_CONFIG_S3_PROVIDER", "Other"),
                Map.entry("RCLONE_CONFIG_S3_ENDPOINT", url),
                Map.entry("RCLONE_CONFIG_S3_ENV_AUTH", "true"),
                Map.entry("RCLONE_CONFIG_S3_REGION", "us-east-1"),
                Map.entry("RCLONE_CONFIG_S3_NO_CHECK_BUCKET", "true")); // a folder is a bucket without an owner
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
