package dev.gotgan.server.live;

import static java.util.concurrent.TimeUnit.SECONDS;

import dev.gotgan.server.running.RunningServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Somebody who listens to a server.
final class Ear implements WebSocket.Listener, AutoCloseable {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int PATIENCE = 20;

    private final LinkedBlockingQueue<JsonNode> heard = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder frame = new StringBuilder();
    private final WebSocket socket;

    private Ear(RunningServer server, String... headers) {
        var builder = HTTP.newWebSocketBuilder();
        for (int i = 0; i < headers.length; i += 2) {
            builder.header(headers[i], headers[i + 1]);
        }
        var address = URI.create(server.address().replaceFirst("http", "ws") + "/api/v1/events");
        this.socket = builder.buildAsync(address, this).join();
    }

    /// Connected, and told so.
    static Ear of(RunningServer server, String... headers) {
        var ear = new Ear(server, headers);
        ear.await(event -> event.path("type").asString().equals("ready"));
        return ear;
    }

    static Ear withToken(RunningServer server, String token) {
        return of(server, "Authorization", "Bearer " + token);
    }

    /// The status with which a handshake is refused.
    static int refusal(RunningServer server, String... headers) {
        try (var ear = new Ear(server, headers)) {
            throw new AssertionError("it was let in: " + ear.socket);
        } catch (CompletionException e) {
            if (e.getCause() instanceof WebSocketHandshakeException refused) {
                return refused.getResponse().statusCode();
            }
            throw e;
        }
    }

    /// All that is heard up to the first event like this, which is the last of them.
    List<JsonNode> await(Predicate<JsonNode> wanted) {
        var events = new ArrayList<JsonNode>();
        try {
            while (true) {
                var event = heard.poll(PATIENCE, SECONDS);
                if (event == null) {
                    throw new AssertionError("only heard " + events);
                }
                events.add(event);
                if (wanted.test(event)) {
                    return events;
                }
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    List<JsonNode> await(String type, String dataset) {
        return await(event -> event.path("type").asString().equals(type)
                && event.path("dataset_id").asString("").equals(dataset));
    }

    /// The code with which the server closes, which it must do within a second.
    int awaitClose() {
        try {
            return closed.get(1, SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError("it was not closed", e);
        }
    }

    void say(String text) {
        socket.sendText(text, true).join();
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
        frame.append(part);
        if (last) {
            heard.add(JSON.readTree(frame.toString()));
            frame.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closed.complete(code);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        closed.completeExceptionally(error);
    }

    @Override
    public void close() {
        var _ = socket.sendClose(WebSocket.NORMAL_CLOSURE, "");
    }
}
