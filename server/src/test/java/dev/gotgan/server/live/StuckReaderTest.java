package dev.gotgan.server.live;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gotgan.engine.dataset.Actor;
import dev.gotgan.engine.dataset.UserId;
import dev.gotgan.server.running.RunningServer;
import dev.gotgan.server.web.Admission;
import dev.gotgan.server.web.config.Settings;
import dev.gotgan.server.web.live.Audience;
import dev.gotgan.server.web.live.Event;
import dev.gotgan.server.web.live.Told;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.websocket.CloseReason;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpointConfig;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.websocket.server.WsSci;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A reader who does not read, over real TCP: Tomcat with nothing but our connections, and less patience.
class StuckReaderTest {
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Actor.Person DEAF = new Actor.Person(new UserId(1), false, false);
    private static final Actor.Person READING = new Actor.Person(new UserId(2), false, false);
    /// More than the buffers of both ends hold.
    private static final int EVENTS = 400;

    private static final String LONG = "x".repeat(100_000);

    private final Connections connections = new Connections();
    private final CountDownLatch deafIsGone = new CountDownLatch(1);
    private final Tomcat tomcat = new Tomcat();

    @BeforeEach
    void start(@TempDir Path folder) throws LifecycleException {
        tomcat.setBaseDir(folder.toString());
        tomcat.setPort(0);
        var context = tomcat.addContext("", folder.toString());
        context.addServletContainerInitializer(new WsSci(), null);
        Tomcat.addServlet(context, "events", new Upgrade()).addMapping("/*");
        tomcat.getConnector();
        tomcat.start();
    }

    @AfterEach
    void stop() throws LifecycleException {
        tomcat.stop();
        tomcat.destroy();
    }

    private final class Upgrade extends HttpServlet {
        private static final long serialVersionUID = 1;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            var reader = request.getRequestURI().equals("/stuck") ? DEAF : READING;
            var connection = connection(reader);
            connections.add(connection);
            try {
                Handshake.container(request).upgradeHttpToWebSocket(request, response, config(connection), Map.of());
            } catch (DeploymentException e) {
                throw new IOException(e);
            }
        }
    }

    private Connection connection(Actor.Person reader) {
        var catalog = RunningServer.shared().catalog();
        var admission = new Admission(catalog.datasets(), catalog.tasks(), Settings.Anonymous.FALSE);
        var mayHear = new MayHear(admission, System::nanoTime);
        return new Connection(reader, () -> Optional.of(reader), mayHear, Event::message, PATIENCE, connections);
    }

    /// A connection whose end is seen.
    private final class Seen extends Endpoint {
        private final Connection connection;

        Seen(Connection connection) {
            this.connection = connection;
        }

        @Override
        public void onOpen(Session opened, EndpointConfig config) {
            connection.onOpen(opened, config);
        }

        @Override
        public void onClose(Session closed, CloseReason why) {
            connection.onClose(closed, why);
            if (connection.person().equals(DEAF.id())) {
                deafIsGone.countDown();
            }
        }

        @Override
        public void onError(Session failed, Throwable why) {
            connection.onError(failed, why);
        }
    }

    private ServerEndpointConfig config(Connection connection) {
        return ServerEndpointConfig.Builder.create(Seen.class, "/events")
                .configurator(new ServerEndpointConfig.Configurator() {
                    @Override
                    public <T> T getEndpointInstance(Class<T> type) {
                        return type.cast(new Seen(connection));
                    }
                })
                .build();
    }

    @Test
    void whoStopsReadingIsCutOffAndNobodyElseWaits() throws Exception {
        try (var stuck = neverReads();
                var http = HttpClient.newHttpClient()) {
            var heard = new Heard();
            var _ = http.newWebSocketBuilder()
                    .buildAsync(URI.create("ws://127.0.0.1:" + port() + "/reading"), heard)
                    .join();
            for (int i = 0; i < EVENTS; i++) {
                tell(DEAF, i, LONG);
                tell(READING, i, Integer.toString(i));
                assertThat(heard.next()).isEqualTo(Integer.toString(i));
            }
            assertThat(deafIsGone.await(20, SECONDS))
                    .as("the stuck reader is cut off")
                    .isTrue();
            tell(READING, EVENTS, "the last");
            assertThat(heard.next()).isEqualTo("the last");
            connections.of(DEAF.id(), each -> {
                throw new AssertionError("it is still there: " + stuck);
            });
            http.shutdownNow();
        }
    }

    private void tell(Actor.Person whom, int number, String message) {
        var event = new Event("upload", null, null, "u" + number, null, 0, 0, 0, 0, null, message);
        connections.of(whom.id(), each -> each.tell(new Told(event, new Audience.Only(whom.id()))));
    }

    private int port() {
        return tomcat.getConnector().getLocalPort();
    }

    /// Shakes hands, and reads not a byte after that.
    private Socket neverReads() throws IOException {
        var socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port()));
        socket.getOutputStream().write("""
                GET /stuck HTTP/1.1\r
                Host: localhost\r
                Upgrade: websocket\r
                Connection: Upgrade\r
                Sec-WebSocket-Version: 13\r
                Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
                \r
                """.getBytes(US_ASCII));
        var answer = new StringBuilder();
        while (answer.indexOf("\r\n\r\n") < 0) {
            answer.append((char) socket.getInputStream().read());
        }
        assertThat(answer.toString()).startsWith("HTTP/1.1 101");
        return socket;
    }

    private static final class Heard implements WebSocket.Listener {
        private final LinkedBlockingQueue<String> all = new LinkedBlockingQueue<>();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
            if (!text.isEmpty()) {
                all.add(text.toString());
            }
            from.request(1);
            return null;
        }

        @Nullable
        String next() throws InterruptedException {
            return all.poll(5, SECONDS);
        }
    }
}
