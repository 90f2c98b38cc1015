package dev.gotgan.server.live;

import dev.gotgan.engine.dataset.UserId;
import dev.gotgan.server.web.live.Tell;
import dev.gotgan.server.web.live.Told;
import dev.gotgan.server.web.problem.Code;
import dev.gotgan.server.web.problem.Refused;
import jakarta.websocket.CloseReason.CloseCodes;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Everybody who listens to this server.
final class Connections implements Tell {
    static final int MOST_OF_ONE = 10;
    private static final int GOODBYE_SECONDS = 2;

    private final Set<Connection> all = ConcurrentHashMap.newKeySet();
    private final Object door = new Object();
    private boolean closed;

    @Override
    public void tell(Told told) {
        all.forEach(each -> each.tell(told));
    }

    /// Takes one in, before its handshake is answered; whoever breaks that off removes it.
    void add(Connection connection) {
        synchronized (door) {
            if (closed) {
                throw new Refused(Code.UNAVAILABLE, "The server is stopping; try again in a moment.");
            }
            var person = connection.person();
            if (all.stream().filter(each -> each.person().equals(person)).count() >= MOST_OF_ONE) {
                throw new Refused(
                        Code.TOO_MANY_CONNECTIONS,
                        "You listen " + MOST_OF_ONE + " times already; close one of your windows or programs.");
            }
            all.add(connection);
        }
    }

    void remove(Connection connection) {
        all.remove(connection);
    }

    void forEach(Consumer<Connection> each) {
        all.forEach(each);
    }

    void of(UserId person, Consumer<Connection> each) {
        all.stream().filter(one -> one.person().equals(person)).forEach(each);
    }

    void open() {
        synchronized (door) {
            closed = false;
        }
    }

    /// Says goodbye to everybody, each on a thread of its own: who does not listen keeps nobody waiting.
    void close() {
        synchronized (door) {
            closed = true;
        }
        var leaving = Set.copyOf(all);
        var gone = new CountDownLatch(leaving.size());
        leaving.forEach(each -> Thread.startVirtualThread(() -> {
            each.end(CloseCodes.GOING_AWAY, "the server stops");
            gone.countDown();
        }));
        try {
            var _ = gone.await(GOODBYE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
