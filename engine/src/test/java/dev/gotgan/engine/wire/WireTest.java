package dev.gotgan.engine.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gotgan.engine.content.Sha256;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WireTest {
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nETag: \"a\"\r\n\r\nhi";

    private final Wire wire = new Wire();

    @AfterEach
    void close() {
        wire.close();
    }

    @Test
    void aRequestIsAnswered() throws IOException {
        var seen = new LinkedBlockingQueue<String>();
        try (var server = new ScriptedServer(talk -> {
            seen.add(talk.request());
            talk.say(OK);
        })) {
            try (var answer = wire.send(put(server.at("/a%20b?x=1"), "body", Map.of("X-Own", "1")))) {
                assertThat(answer.status()).isEqualTo(200);
                assertThat(answer.findHeader("etag")).contains("\"a\"");
                assertThat(answer.detail()).isEqualTo("hi");
            }
            assertThat(seen.poll())
                    .isEqualTo("PUT /a%20b?x=1 HTTP/1.1\r\nHost: "
                            + server.at("").getRawAuthority() + "\r\nX-Own: 1\r\nContent-Length: 4\r\n\r\nbody");
        }
    }

    @Test
    void oneConnectionServesRequestAfterRequest() throws IOException {
        try (var server = ScriptedServer.always(OK)) {
            for (int i = 0; i < 50; i++) {
                try (var answer = wire.send(put(server.at("/" + i), "x", Map.of()))) {
                    assertThat(answer.succeeded()).isTrue();
                }
            }
            assertThat(server.connections()).isOne();
        }
    }

    @Test
    void aSmallRequestIsOneWrite() throws IOException {
        var first = new LinkedBlockingQueue<Integer>();
        try (var server = new ScriptedServer(talk -> {
            var buffer = new byte[1 << 17];
            for (int n = talk.in().read(buffer); n > 0; n = talk.in().read(buffer)) {
                first.add(n);
                talk.say(OK);
            }
        })) {
            for (int i = 0; i < 50; i++) {
                try (var answer = wire.send(put(server.at("/"), "x".repeat(900), Map.of()))) {
                    assertThat(answer.succeeded()).isTrue();
                }
            }
        }
        assertThat(first).hasSize(50).allMatch(n -> n > 900);
    }

    @Test
    void aConnectionThatTheServerClosesIsNotUsedAgain() throws IOException {
        try (var server = ScriptedServer.always("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 0\r\n\r\n")) {
            for (int i = 0; i < 3; i++) {
                try (var answer = wire.send(Request.of("GET", server.at("/"), Map.of()))) {
                    assertThat(answer.succeeded()).isTrue();
                }
            }
            assertThat(server.connections()).isEqualTo(3);
        }
    }

    @Test
    void bodiesComeByLengthInChunksOrToTheEnd() throws IOException {
        var chunked =
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4;x=y\r\nwiki\r\n5\r\npedia\r\n0\r\nT: 1\r\n\r\n";
        try (var server = ScriptedServer.always(chunked)) {
            assertThat(get(server.at("/"))).isEqualTo("wikipedia");
            assertThat(get(server.at("/"))).isEqualTo("wikipedia");
            assertThat(server.connections()).isOne();
        }
        try (var server = new ScriptedServer(talk -> {
            talk.request();
            talk.say("HTTP/1.1 200 OK\r\n\r\nto the end");
        })) {
            assertThat(get(server.at("/"))).isEqualTo("to the end");
        }
        try (var server = ScriptedServer.always("HTTP/1.1 100 Continue\r\n\r\n" + OK)) {
            assertThat(get(server.at("/"))).isEqualTo("hi");
        }
    }

    @Test
    void aBodyThatBreaksOffIsNoBody() throws IOException {
        for (var broken : List.of(
                "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nshort",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\nshort")) {
            try (var server = new ScriptedServer(talk -> {
                talk.request();
                talk.say(broken);
            })) {
                assertThatThrownBy(() -> get(server.at("/"))).isInstanceOf(EOFException.class);
            }
        }
    }

    @Test
    void aLostAnswerIsToldFromARequestThatNeverWentOut() throws IOException {
        try (var server = new ScriptedServer(ScriptedServer.Talk::request)) {
            assertThatThrownBy(() -> wire.send(put(server.at("/"), "x", Map.of())))
                    .isInstanceOf(WireException.Lost.class);
        }
        int closed;
        try (var nobody = new ServerSocket(0)) {
            closed = nobody.getLocalPort();
        }
        assertThatThrownBy(() -> wire.send(put(URI.create("http://localhost:" + closed + "/"), "x", Map.of())))
                .isInstanceOf(WireException.Unreachable.class)
                .hasMessageContaining("localhost:" + closed);
    }

    @Test
    void aRefusalInTheMiddleOfALargeBodyIsHeard() throws IOException {
        try (var server = new ScriptedServer(talk -> {
            talk.in().readNBytes(1000);
            talk.say("HTTP/1.1 412 Precondition Failed\r\nContent-Length: 3\r\nConnection: close\r\n\r\nwhy");
            talk.socket().shutdownOutput();
            talk.in().transferTo(OutputStream.nullOutputStream());
        })) {
            try (var answer = wire.send(put(server.at("/"), "x".repeat(5_000_000), Map.of()))) {
                assertThat(answer.status()).isEqualTo(412);
                assertThat(answer.detail()).isEqualTo("why");
            }
        }
        try (var server = new ScriptedServer(talk -> {
            talk.in().readNBytes(1000);
            talk.reset();
        })) {
            assertThatThrownBy(() -> wire.send(put(server.at("/"), "x".repeat(50_000_000), Map.of())))
                    .isInstanceOf(WireException.Broken.class);
        }
    }

    @Test
    void bytesThatWereNotAnnouncedNeverArriveWhole() throws IOException {
        BlockingQueue<String> arrived = new LinkedBlockingQueue<>();
        try (var server = new ScriptedServer(talk -> {
            try {
                var request = talk.request();
                arrived.add(request == null ? "nothing" : "whole");
            } catch (EOFException e) {
                arrived.add("part");
            }
        })) {
            int block = 1 << 16;
            for (int length : new int[] {1, 1000, block - 1, block, block + 1, 2 * block, 3 * block + 7}) {
                var bytes = "x".repeat(length).getBytes(UTF_8);
                var right = Sha256.hash(bytes);
                for (var wrong : List.of(
                        new Body(length, Sha256.EMPTY, () -> new ByteArrayInputStream(bytes)),
                        new Body(length + 1, right, () -> new ByteArrayInputStream(bytes)),
                        new Body(length - 1, right, () -> new ByteArrayInputStream(bytes)))) {
                    var request = Request.of("PUT", server.at("/"), Map.of()).withBody(wrong);
                    assertThatThrownBy(() -> wire.send(request)).isInstanceOf(WireException.NotAnnounced.class);
                }
            }
            var broken = new Body(3 << 20, Sha256.EMPTY, () -> {
                throw new IOException("unplugged");
            });
            var request = Request.of("PUT", server.at("/"), Map.of()).withBody(broken);
            assertThatThrownBy(() -> wire.send(request))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("unplugged");
            assertThat(arrived).isNotEmpty().doesNotContain("whole");
        }
    }

    @Test
    void whatIsAnnouncedRightArrivesAtAnyLength() throws IOException {
        BlockingQueue<Sha256> arrived = new LinkedBlockingQueue<>();
        try (var server = new ScriptedServer(talk -> {
            for (var request = talk.request(); request != null; request = talk.request()) {
                var body = request.substring(request.indexOf("\r\n\r\n") + 4);
                arrived.add(Sha256.hash(body.getBytes(ISO_8859_1)));
                talk.say(OK);
            }
        })) {
            int block = 1 << 16;
            for (int length : new int[] {0, 1, block - 500, block - 1, block, block + 1, 2 * block, 5 * block + 3}) {
                var text = "abcdefg".repeat(length / 7 + 1).substring(0, length);
                try (var answer = wire.send(put(server.at("/"), text, Map.of()))) {
                    assertThat(answer.succeeded()).isTrue();
                }
                assertThat(arrived.poll()).as("%d bytes", length).isEqualTo(Sha256.hash(text.getBytes(UTF_8)));
            }
        }
    }

    @Test
    void aServerThatIsSilentIsLeft() throws Exception {
        var left = new LinkedBlockingQueue<Integer>();
        try (var server = new ScriptedServer(talk -> {
            talk.request();
            left.add(talk.in().read());
        })) {
            var request = Request.of("GET", server.at("/"), Map.of()).endingWithin(Duration.ofMillis(1));
            assertThatThrownBy(() -> wire.send(request)).isInstanceOf(WireException.Lost.class);
            assertThat(left.poll(10, TimeUnit.SECONDS)).isEqualTo(-1);
        }
    }

    @Test
    void nonsenseIsNoAnswer() throws IOException {
        for (var nonsense : List.of(
                "SSH-2.0-OpenSSH\r\n\r\n",
                "HTTP/1.1 abc\r\n\r\n",
                "HTTP/1.1 200 OK\r\nno header\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip\r\n\r\n",
                "HTTP/1.1 200 OK\r\nX: " + "y".repeat(70_000) + "\r\n\r\n")) {
            try (var server = ScriptedServer.always(nonsense)) {
                assertThatThrownBy(() -> get(server.at("/"))).isInstanceOf(WireException.Lost.class);
            }
        }
    }

    @Test
    void aHeaderCannotSmuggleALine() throws IOException {
        try (var server = ScriptedServer.always(OK)) {
            assertThatThrownBy(() -> wire.send(put(server.at("/"), "x", Map.of("X", "a\r\nY: b"))))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private String get(URI target) throws IOException {
        try (var answer = wire.send(Request.of("GET", target, Map.of()))) {
            return answer.detail();
        }
    }

    static Request put(URI target, String text, Map<String, String> headers) {
        byte[] bytes = text.getBytes(UTF_8);
        return Request.of("PUT", target, headers)
                .withBody(new Body(bytes.length, Sha256.hash(bytes), () -> new ByteArrayInputStream(bytes)));
    }
}
