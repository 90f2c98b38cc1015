package dev.gotgan.cli.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.gotgan.engine.content.ContentHash;
import dev.gotgan.engine.content.FileEntry;
import dev.gotgan.engine.content.LogicalPath;
import dev.gotgan.engine.content.PathRefused;
import dev.gotgan.engine.content.Sha256;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// A server with one dataset, which says of it whatever a test wants, and fails as often as it is told.
final class StandIn implements AutoCloseable {
    /// What goes wrong with one download.
    enum Fault {
        INTERNAL,
        TOO_OLD,
        CUT_SHORT,
        WRONG_BYTE
    }

    private final HttpServer server;
    private final Map<String, byte[]> contents;
    private final Map<String, Deque<Fault>> faults = new ConcurrentHashMap<>();
    final AtomicInteger downloads = new AtomicInteger();
    final AtomicInteger pages = new AtomicInteger();

    /// @param contents of paths, valid or not
    StandIn(Map<String, byte[]> contents) throws IOException {
        this.contents = new TreeMap<>(contents);
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/api/v1/datasets/d/manifest", this::manifest);
        server.createContext("/api/v1/datasets/d/download-urls", this::links);
        server.createContext("/content", this::content);
        server.start();
    }

    Api api() {
        var url = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        return new Api(new Login(url, Optional.empty()));
    }

    void fail(String path, Fault... with) {
        faults.put(path, new ArrayDeque<>(List.of(with)));
    }

    private void manifest(HttpExchange exchange) throws IOException {
        var lines = new StringBuilder();
        contents.forEach((path, bytes) -> lines.append(Api.JSON
                        .createObjectNode()
                        .put("path", path)
                        .put("sha256", Sha256.hash(bytes).hex())
                        .put("size", bytes.length))
                .append('\n'));
        exchange.getResponseHeaders().set("Gotgan-Generation", "7");
        exchange.getResponseHeaders().set("Gotgan-Content-Hash", contentHash().hex());
        answer(exchange, 200, lines.toString().getBytes(StandardCharsets.UTF_8));
    }

    /// The right one where there is one, so that nothing but a path can be why the manifest is refused.
    private Sha256 contentHash() {
        var files = new ArrayList<FileEntry>();
        try {
            contents.forEach(
                    (path, bytes) -> files.add(new FileEntry(LogicalPath.of(path), Sha256.hash(bytes), bytes.length)));
        } catch (PathRefused e) {
            return Sha256.EMPTY;
        }
        long different = files.stream().map(FileEntry::path).distinct().count();
        return different < files.size()
                ? Sha256.EMPTY
                : ContentHash.of(files.stream().sorted().toList());
    }

    private void links(HttpExchange exchange) throws IOException {
        pages.incrementAndGet();
        var wanted = Api.JSON.readTree(exchange.getRequestBody().readAllBytes());
        var answer = Api.JSON.createObjectNode();
        var urls = answer.putArray("urls");
        for (var path : wanted.path("paths")) {
            urls.addObject().put("path", path.asString()).put("url", "/content?" + Api.encoded(path.asString()));
        }
        answer(exchange, 200, Api.JSON.writeValueAsBytes(answer));
    }

    private void content(HttpExchange exchange) throws IOException {
        downloads.incrementAndGet();
        var path = exchange.getRequestURI().getQuery();
        var bytes = Optional.ofNullable(contents.get(path)).orElseGet(() -> bySpelling(path));
        var fault = faults.getOrDefault(path, new ArrayDeque<>()).poll();
        if (fault == null) {
            answer(exchange, 200, bytes);
            return;
        }
        switch (fault) {
            case INTERNAL -> answer(exchange, 500, "oops".getBytes(StandardCharsets.UTF_8));
            case TOO_OLD -> answer(exchange, 403, "expired".getBytes(StandardCharsets.UTF_8));
            case CUT_SHORT -> {
                exchange.sendResponseHeaders(200, bytes.length);
                exchange.getResponseBody().write(bytes, 0, bytes.length / 2);
                exchange.getResponseBody().flush();
                throw new IOException("the connection is cut");
            }
            case WRONG_BYTE -> {
                var other = bytes.clone();
                other[other.length / 2] ^= 1;
                answer(exchange, 200, other);
            }
        }
    }

    /// Of a path that the manifest spells in another form than the client, who asks in NFC.
    private byte[] bySpelling(String path) {
        return contents.entrySet().stream()
                .filter(each ->
                        Normalizer.normalize(each.getKey(), Normalizer.Form.NFC).equals(path))
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
