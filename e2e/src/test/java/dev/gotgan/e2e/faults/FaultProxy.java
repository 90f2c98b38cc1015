package dev.gotgan.e2e.faults;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Stands before a server, lets bytes pass as they are, counts them, and makes of a request what it is told.
final class FaultProxy implements AutoCloseable {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final ServerSocket socket;
    private final List<Seen> seen = Collections.synchronizedList(new ArrayList<>());
    private final List<Rule> rules = new ArrayList<>();
    private volatile URI server;

    private FaultProxy(ServerSocket socket, URI server) {
        this.socket = socket;
        this.server = server;
    }

    /// A request that came by.
    ///
    /// @param bytes of its body
    /// @param fault what became of it; null: nothing
    record Seen(
            String method,
            String target,
            long bytes,
            boolean copies,
            @Nullable Fault fault) {
        /// An object, or a file, as it is written by a link or a key.
        boolean isUpload() {
            return method.equals("PUT") && !copies;
        }
    }

    private static final class Rule {
        private final Fault fault;
        private final Predicate<Seen> which;
        private int times;

        Rule(Fault fault, int times, Predicate<Seen> which) {
            this.fault = fault;
            this.times = times;
            this.which = which;
        }
    }

    static FaultProxy before(URI server) throws IOException {
        var proxy = new FaultProxy(new ServerSocket(0, 200, InetAddress.getLoopbackAddress()), server);
        Thread.ofVirtual().start(proxy::accept);
        return proxy;
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }

    /// From now on another server is behind it.
    void leadTo(URI another) {
        server = another;
    }

    /// The next so many requests of that kind.
    void trouble(Fault fault, int times, Predicate<Seen> which) {
        synchronized (rules) {
            rules.add(new Rule(fault, times, which));
        }
    }

    void noMoreTrouble() {
        synchronized (rules) {
            rules.clear();
        }
    }

    /// All requests since the last time.
    List<Seen> takeSeen() {
        synchronized (seen) {
            var all = List.copyOf(seen);
            seen.clear();
            return all;
        }
    }

    int count(Predicate<Seen> which) {
        synchronized (seen) {
            return (int) seen.stream().filter(which).count();
        }
    }

    private @Nullable Fault fault(Seen request) {
        synchronized (rules) {
            for (var rule : rules) {
                if (rule.times > 0 && rule.which.test(request)) {
                    rule.times--;
                    return rule.fault;
                }
            }
            return null;
        }
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                var client = socket.accept();
                Thread.ofVirtual().start(() -> talk(client));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void talk(Socket client) {
        try (client;
                var upstream = new Upstream()) {
            client.setTcpNoDelay(true);
            var in = new BufferedInputStream(client.getInputStream());
            for (var request = Message.read(in, false);
                    request.isPresent() && pass(request.get(), client, upstream);
                    request = Message.read(in, false)) {
                // one after the other
            }
        } catch (IOException e) {
            return; // one of both hung up, and so did we
        }
    }

    /// Whether the connection goes on.
    private boolean pass(Message request, Socket client, Upstream upstream) throws IOException {
        var line = request.firstLine();
        boolean copies = request.header("x-amz-copy-source").isPresent();
        var asked = new Seen(line[0], line[1], request.body().length, copies, null);
        var fault = fault(asked);
        seen.add(new Seen(asked.method(), asked.target(), asked.bytes(), copies, fault));
        var out = client.getOutputStream();
        if (fault == null) {
            upstream.ask(request).writeTo(out);
            return true;
        }
        if (fault.isRefusal()) {
            fault.answer().writeTo(out);
            return true;
        }
        boolean sends = request.body().length > 0;
        switch (fault) {
            case CUT -> {
                if (sends) {
                    upstream.askHalf(request);
                } else {
                    upstream.ask(request).writeHalf(out);
                }
                reset(client);
                return false;
            }
            case ANSWER_LOST -> {
                upstream.ask(request);
                reset(client);
                return false;
            }
            case WRONG_BYTE -> {
                if (sends) {
                    upstream.ask(request.withAWrongByte()).writeTo(out);
                } else {
                    upstream.ask(request).withAWrongByte().writeTo(out);
                }
            }
            case TWICE -> {
                upstream.ask(request);
                upstream.ask(request).writeTo(out);
            }
            case LATE -> {
                awaitExpiry(asked.target());
                upstream.ask(request).writeTo(out);
            }
            default -> throw new IllegalStateException("a refusal: " + fault);
        }
        return true;
    }

    /// As a link of S3 tells it.
    private static void awaitExpiry(String link) {
        var from = Instant.from(STAMP.parse(parameter(link, "X-Amz-Date")));
        var expired = from.plusSeconds(Long.parseLong(parameter(link, "X-Amz-Expires")) + 1);
        while (Instant.now().isBefore(expired)) {
            LockSupport.parkNanos(Duration.between(Instant.now(), expired).toNanos());
        }
    }

    private static String parameter(String link, String name) {
        return link.replaceAll(".*[?&]" + name + "=([^&]*).*", "$1");
    }

    private static void reset(Socket client) throws IOException {
        client.setSoLinger(true, 0);
        client.close();
    }

    /// One client's connection to the server.
    private final class Upstream implements AutoCloseable {
        private @Nullable Socket connected;
        private InputStream in = InputStream.nullInputStream();

        Message ask(Message request) throws IOException {
            boolean fresh = connected == null;
            try {
                return exchange(request);
            } catch (IOException e) {
                close();
                if (fresh) {
                    throw e;
                }
                return exchange(request); // it had been closed while nobody spoke
            }
        }

        private Message exchange(Message request) throws IOException {
            request.writeTo(connect().getOutputStream());
            boolean head = request.firstLine()[0].equals("HEAD");
            Optional<Message> answer = Message.read(in, head);
            while (answer.filter(each -> each.head().startsWith("HTTP/1.1 1")).isPresent()) {
                answer = Message.read(in, head);
            }
            return answer.orElseThrow(() -> new IOException("no answer"));
        }

        void askHalf(Message request) throws IOException {
            request.writeHalf(connect().getOutputStream());
            close();
        }

        private Socket connect() throws IOException {
            if (connected == null) {
                connected = new Socket(server.getHost(), server.getPort());
                connected.setTcpNoDelay(true);
                in = new BufferedInputStream(connected.getInputStream());
            }
            return connected;
        }

        @Override
        public void close() throws IOException {
            if (connected != null) {
                connected.close();
                connected = null;
            }
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
