package dev.gotgan.bench.bucket;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// A server of S3 with the bucket `bench`: versitygw, which `.ci/run` builds, or a lean one.
public final class S3Gateway implements AutoCloseable {
    /// What the server is told to keep its objects in.
    public static final String STORE = "s3://bench/gotgan";

    private final Process process;
    private final int port;

    private S3Gateway(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    public static S3Gateway start(Path folder) throws IOException, InterruptedException {
        var caches = System.getenv().getOrDefault("XDG_CACHE_HOME", System.getProperty("user.home") + "/.cache");
        var program = Path.of(caches, "gotgan/tools/versitygw-1.8.0");
        if (!Files.isExecutable(program)) {
            throw new IOException("no " + program + ": .ci/run builds it where Go is");
        }
        Files.createDirectories(folder.resolve("bench"));
        int port = freePort();
        var log = folder.resolveSibling("versitygw.log");
        return started(
                port,
                log,
                List.of(
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
                        folder.toString()));
    }

    /// [LeanS3] in a process of its own.
    ///
    /// @param delay milliseconds that each answer is held back
    public static S3Gateway lean(int delay) throws IOException, InterruptedException {
        int port = freePort();
        var log = Files.createTempFile("lean-s3", ".log");
        log.toFile().deleteOnExit();
        return started(
                port,
                log,
                List.of(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-Xmx2g",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LeanS3.class.getName(),
                        Integer.toString(port),
                        Integer.toString(delay)));
    }

    private static S3Gateway started(int port, Path log, List<String> command)
            throws IOException, InterruptedException {
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        var gateway = new S3Gateway(process, port);
        while (!gateway.answers()) {
            if (!process.isAlive()) {
                throw new IOException("the server of S3 ended; see " + log);
            }
            Thread.sleep(50);
        }
        return gateway;
    }

    private static int freePort() throws IOException {
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    private boolean answers() {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    /// For everybody who speaks S3, rclone too.
    public Map<String, String> environment() {
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
