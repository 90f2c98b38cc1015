package dev.gotgan.e2e.parts;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// versitygw with one bucket, and aws-cli, which knows nothing of Gotgan. `.ci/run` installs both where it can.
public final class S3Server implements AutoCloseable {
    public static final String BUCKET = "gotgan";
    private static final String PROGRAM = "versitygw-1.8.0";
    private static final String ROOT = "root";
    private static final String ACCESS = "story";
    private static final String SECRET = "a-secret-of-stories";

    private static final Pattern PUT = Pattern.compile(" s3_PutObject .* (/" + BUCKET + "/[^ ?]+)\\S* (\\d{3}) (.*)");

    private final Process process;
    private final int port;
    private final Path log;

    private S3Server(Process process, int port, Path log) {
        this.process = process;
        this.port = port;
        this.log = log;
    }

    /// A file that somebody sent, as the server itself wrote down.
    ///
    /// @param target path of the request, as it was spelt
    /// @param agent  the rest of its line, which tells who it was
    public record Put(String target, int status, String agent) {
        public boolean fromABrowser() {
            return agent.contains("Mozilla/");
        }
    }

    public static S3Server start(Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder.resolve(BUCKET));
        return start(folder, List.of("--access", ACCESS, "--secret", SECRET));
    }

    /// The same, whose [#environment] is that of an account which may be [withdrawn][#withdrawKey].
    public static S3Server startWithAccount(Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        var accounts = folder.resolveSibling("accounts");
        Files.createDirectories(accounts);
        var s3 = start(
                folder,
                List.of("--access", ROOT, "--secret", SECRET, "--iam-cache-disable", "--iam-dir", accounts + ""));
        s3.grantKey();
        s3.admin("create-bucket", "--bucket", BUCKET, "--owner", ACCESS);
        return s3;
    }

    /// From now on nobody knows that key.
    public void withdrawKey() {
        admin("delete-user", "--access", ACCESS);
    }

    public void grantKey() {
        admin("create-user", "--access", ACCESS, "--secret", SECRET, "--role", "user");
    }

    private void admin(String... arguments) {
        var command = new ArrayList<>(List.of(
                tool(PROGRAM).toString(), "admin", "--access", ROOT, "--secret", SECRET, "--endpoint-url", url() + ""));
        command.addAll(List.of(arguments));
        run(command);
    }

    private static S3Server start(Path folder, List<String> keys) throws IOException, InterruptedException {
        int port = freePort();
        var log = folder.resolveSibling("access.log");
        var command = new ArrayList<>(List.of(tool(PROGRAM).toString()));
        command.addAll(keys);
        command.addAll(List.of("--access-log", log.toString()));
        command.addAll(List.of("--port", "127.0.0.1:" + port, "--keep-alive", "--quiet", "posix", folder.toString()));
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolveSibling("versitygw.log").toFile())
                .start();
        while (!answers(port)) {
            if (process.waitFor(50, TimeUnit.MILLISECONDS)) {
                throw new IOException("versitygw ended: " + Files.readString(folder.resolveSibling("versitygw.log")));
            }
        }
        return new S3Server(process, port, log);
    }

    /// Aborts the test where it is not.
    public static void assumeInstalled() {
        tool(PROGRAM);
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /// As the README says it, for the server and for every tool of AWS.
    public Map<String, String> environment() {
        return environment(url());
    }

    /// The same, for whoever is to reach it by way of another address.
    public static Map<String, String> environment(URI endpoint) {
        return Map.of(
                "AWS_ENDPOINT_URL_S3",
                endpoint.toString(),
                "AWS_ACCESS_KEY_ID",
                ACCESS,
                "AWS_SECRET_ACCESS_KEY",
                SECRET,
                "AWS_REGION",
                "us-east-1");
    }

    /// Every PUT of an object so far.
    public List<Put> puts() throws IOException {
        return Files.readAllLines(log).stream()
                .map(PUT::matcher)
                .filter(Matcher::find)
                .map(line -> new Put(line.group(1), Integer.parseInt(line.group(2)), line.group(3)))
                .toList();
    }

    /// Gives the bucket a CORS rule, as a console takes it: a list.
    public void allow(String rules) {
        runAws("s3api", "put-bucket-cors", "--bucket", BUCKET, "--cors-configuration", "{\"CORSRules\":" + rules + "}");
    }

    /// What `aws s3 …` prints.
    public String aws(String... arguments) {
        return runAws("s3", arguments);
    }

    private String runAws(String service, String... arguments) {
        var command = new ArrayList<>(List.of(tool("awscli-1/bin/aws").toString(), service));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--endpoint-url", url().toString()));
        return run(command);
    }

    private String run(List<String> command) {
        try {
            var builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().putAll(environment());
            builder.environment().put("AWS_DEFAULT_REGION", "us-east-1");
            builder.environment().put("PYTHONUTF8", "1");
            var tool = builder.start();
            var out = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (tool.waitFor() != 0) {
                throw new IllegalStateException(String.join(" ", command) + "\n" + out);
            }
            return out;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Path tool(String name) {
        var cache = System.getenv("XDG_CACHE_HOME");
        var caches = cache == null ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(cache);
        var tool = caches.resolve("gotgan/tools").resolve(name);
        return Files.isExecutable(tool) ? tool : abort("no " + tool + ": .ci/run installs it where it can");
    }

    private static boolean answers(int port) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
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
