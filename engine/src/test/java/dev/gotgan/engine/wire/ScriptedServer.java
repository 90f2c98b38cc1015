package dev.gotgan.engine.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// A server that does on each connection what a test tells it, well-behaved or not.
final class ScriptedServer implements AutoCloseable {
    /// What it does with one connection, which is closed afterwards.
    @FunctionalInterface
    interface Script {
        void on(Talk talk) throws IOException;
    }

    private final ServerSocket socket;
    private final Script script;
    private final AtomicInteger connections = new AtomicInteger();
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    ScriptedServer(Script script) throws IOException {
        this(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), script);
    }

    ScriptedServer(ServerSocket socket, Script script) {
        this.socket = socket;
        this.script = script;
        Thread.startVirtualThread(this::accept);
    }

    /// Answers each request of each connection with the same lines.
    static ScriptedServer always(String answer) throws IOException {
        return new ScriptedServer(talk -> {
            while (talk.request() != null) {
                talk.say(answer);
            }
        });
    }

    URI at(String path) {
        return URI.create("http://localhost:" + socket.getLocalPort() + path);
    }

    int connections() {
        return connections.get();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                var one = socket.accept();
                connections.incrementAndGet();
                open.add(one);
                Thread.startVirtualThread(() -> talk(one));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void talk(Socket one) {
        try (one) {
            script.on(new Talk(one, one.getInputStream(), one.getOutputStream()));
        } catch (IOException e) {
            // the client hung up, which some tests want
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
            for (var one : open) {
                one.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// One connection as the server sees it.
    record Talk(Socket socket, InputStream in, OutputStream out) {
        /// The next request, its body included; null when the client hung up.
        @Nullable
        String request() throws IOException {
            var head = new StringBuilder();
            while (head.indexOf("\r\n\r\n") < 0) {
                int c = in.read();
                if (c < 0) {
                    return null;
                }
                head.append((char) c);
            }
            int at = head.indexOf("Content-Length: ");
            int length = at < 0 ? 0 : Integer.parseInt(head.substring(at + 16, head.indexOf("\r\n", at)));
            byte[] body = in.readNBytes(length);
            if (body.length < length) {
                throw new EOFException("a body of " + body.length + " instead of " + length + " bytes");
            }
            return head + new String(body, ISO_8859_1);
        }

        void say(String lines) throws IOException {
            out.write(lines.getBytes(ISO_8859_1));
            out.flush();
        }

        /// Closed so that the other side gets a reset.
        void reset() throws IOException {
            socket.setSoLinger(true, 0);
            socket.close();
        }
    }
}
