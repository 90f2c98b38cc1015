package dev.gotgan.cli.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MultipartTest {
    @Test
    void filesAreSentUnderTheirPathsWithEveryByteCounted(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("x"), "bytes of a cat");
        var counted = new AtomicLong();
        var body = new Multipart(counted::addAndGet)
                .file("files", "이미지/a \"b\".jpg", file)
                .field("name", "cats");
        String received = received(body);
        assertThat(received)
                .contains("name=\"files\"; filename=\"이미지/a %22b%22.jpg\"")
                .contains("\r\n\r\nbytes of a cat\r\n--")
                .contains("name=\"name\"\r\n\r\ncats\r\n--")
                .endsWith("--\r\n");
        assertThat(counted.get()).isEqualTo(received.getBytes(StandardCharsets.UTF_8).length);
    }

    private static String received(Multipart body) throws IOException {
        var seen = new AtomicReference<>("");
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            seen.set(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            var answer = "{}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        var url = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        try (var api = new Api(new Login(url, Optional.empty()))) {
            api.post("/", body.contentType(), body.body());
        } finally {
            server.stop(0);
        }
        return seen.get();
    }
}
