package dev.gotgan.server.live;

import dev.gotgan.engine.event.Notices;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/// Listens while the server runs. It starts last and stops first: readers are said goodbye to before the web server
/// begins to go.
final class Listening implements SmartLifecycle {
    private final Notices notices;
    private final Notices.Listener listener;
    private final Connections connections;
    private Notices.@Nullable Listening ear;

    Listening(Notices notices, Notices.Listener listener, Connections connections) {
        this.notices = notices;
        this.listener = listener;
        this.connections = connections;
    }

    @Override
    public synchronized void start() {
        connections.open();
        ear = notices.listen(listener);
    }

    @Override
    public synchronized void stop() {
        connections.close();
        if (ear != null) {
            ear.close();
            ear = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return ear != null;
    }

    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
