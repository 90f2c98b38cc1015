package dev.gotgan.engine.wire;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/// Open connections: those under way, and for each server those that wait for the next request.
final class Connections implements AutoCloseable {
    private static final int CONNECT_MILLIS = 10_000;
    /// Servers hang up on silent connections after a minute or less.
    private static final Duration IDLE = Duration.ofSeconds(20);

    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private record Server(boolean encrypted, String host, int port) {
        static Server of(Target target) {
            return new Server(target.encrypted(), target.host(), target.port());
        }
    }

    private final SSLContext tls;
    private final Map<Server, Deque<Connection>> waiting = new ConcurrentHashMap<>();
    private final Map<Connection, Server> underWay = new ConcurrentHashMap<>();
    private final Set<Connection> all = ConcurrentHashMap.newKeySet();
    private final Thread watch;

    Connections(SSLContext tls) {
        this.tls = tls;
        this.watch = Thread.ofVirtual().name("wire-watch").start(this::watch);
    }

    /// A connection that nobody else uses: one that waits, else a new one.
    Connection take(Target target, long cutAt) throws WireException {
        var server = Server.of(target);
        var idle = waiting.computeIfAbsent(server, any -> new ConcurrentLinkedDeque<>());
        for (var one = idle.pollFirst(); one != null; one = idle.pollFirst()) {
            if (one.alive()) {
                one.cutAt(cutAt);
                underWay.put(one, server);
                return one;
            }
            one.cut();
        }
        try {
            var made = new Connection(connect(server), this);
            all.add(made);
            made.cutAt(cutAt);
            underWay.put(made, server);
            return made;
        } catch (IOException e) {
            throw new WireException.Unreachable(target, e);
        }
    }

    void release(Connection connection) {
        var server = underWay.remove(connection);
        var idle = server == null ? null : waiting.get(server);
        if (idle != null) {
            idle.addFirst(connection);
        }
    }

    void forget(Connection connection) {
        all.remove(connection);
        underWay.remove(connection);
    }

    /* A channel's socket, since a plain one that was connected within a time asks the kernel before each read whether
    there is something to be read. */
    private Socket connect(Server server) throws IOException {
        var socket = SocketChannel.open().socket();
        try {
            socket.connect(new InetSocketAddress(server.host(), server.port()), CONNECT_MILLIS);
            socket.setTcpNoDelay(true);
            socket.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
            return server.encrypted() ? encrypted(socket, server) : socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private Socket encrypted(Socket plain, Server server) throws IOException {
        var socket = (SSLSocket) tls.getSocketFactory().createSocket(plain, server.host(), server.port(), true);
        var wanted = socket.getSSLParameters();
        wanted.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(wanted);
        socket.setSoTimeout(CONNECT_MILLIS);
        socket.startHandshake();
        socket.setSoTimeout(0);
        return socket;
    }

    /* A socket has no time-out for writing, and one for reading starts anew with each byte. One thread that looks at
    all of them once a second bounds both, for nothing. */
    private void watch() {
        try {
            while (true) {
                Thread.sleep(LOOK_EVERY);
                long now = System.nanoTime();
                for (var one : underWay.keySet()) {
                    if (one.isOver(now)) {
                        one.cut();
                    }
                }
                waiting.values().forEach(idle -> retire(idle, now - IDLE.toNanos()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // closed
        }
    }

    /// Whoever removes one from the queue has it alone.
    private static void retire(Deque<Connection> idle, long before) {
        for (var one : List.copyOf(idle)) {
            if (one.isIdleSince(before) && idle.remove(one)) {
                one.cut();
            }
        }
    }

    @Override
    public void close() {
        watch.interrupt();
        Set.copyOf(all).forEach(Connection::cut);
        waiting.clear();
    }
}
