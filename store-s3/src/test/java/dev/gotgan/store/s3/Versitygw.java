package dev.gotgan.store.s3;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A second code base of S3: versitygw on a folder, where `.ci/run` could build it.
final class Versitygw implements AutoCloseable {
    private static final String NAME = "versitygw-1.8.0";

    private final Process process;
    private final int port;

    private Versitygw(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /// Aborts the test with a reason where there is none.
    static Versitygw start(Path folder) throws IOException, InterruptedException {
        var program = find();
        int port = freePort();
        Files.createDirectories(folder);
        var process = new ProcessBuilder(
                        program.toString(),
                        "--access",
                        TestBuckets.ACCESS,
                        "--secret",
                        TestBuckets.SECRET,
                        "--port",
                        "127.0.0.1:" + port,
                        "--keep-alive",
                        "--quiet",
                        "posix",
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolveSibling("versitygw.log").toFile())
                .start();
        var server = new Versitygw(process, port);
        while (!server.answers()) {
            if (process.waitFor(50, TimeUnit.MILLISECONDS)) {
                throw new IOException("versitygw ended: " + Files.readString(folder.resolveSibling("versitygw.log")));
            }
        }
        return server;
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + port);
    }

    private boolean answers() {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private static Path find() {
        var cache = System.getenv("XDG_CACHE_HOME");
        var caches = cache == null ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(cache);
        return Stream.of(caches.resolve("gotgan/tools").resolve(NAME))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseGet(
                        () -> abort("no " + NAME + " in " + caches + "/gotgan/tools: .ci/run builds it where Go is"));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
