package dev.gotgan.server.live;

import dev.gotgan.engine.dataset.Actor;
import dev.gotgan.engine.dataset.UserId;
import dev.gotgan.server.web.live.Audience;
import dev.gotgan.server.web.live.Event;
import dev.gotgan.server.web.live.Told;
import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.MessageHandler;
import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.tomcat.websocket.Constants;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One reader's socket. A thread of its own takes what waits, asks whether it may still be heard, and sends it.
final class Connection extends Endpoint {
    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);
    private static final int LONGEST_MESSAGE = 4096;
    private static final Duration PING_EVERY = Duration.ofSeconds(30);
    private static final Duration SILENCE = Duration.ofSeconds(90);
    /// How long a reader may take nothing.
    static final Duration STUCK = Duration.ofSeconds(20);

    private final UserId person;
    private final Supplier<Optional<Actor.Person>> signedIn;
    private final MayHear mayHear;
    private final Function<Event, String> json;
    private final Duration stuck;
    private final Runnable gone;
    private final Waiting waiting;
    private volatile Actor.@Nullable Person reader;
    private volatile @Nullable Session socket;

    /// @param signedIn who the reader is now; empty after they signed out
    /// @param stuck    how long the reader may take nothing of what is sent
    /// @param all      takes it out when it has ended
    Connection(
            Actor.Person reader,
            Supplier<Optional<Actor.Person>> signedIn,
            MayHear mayHear,
            Function<Event, String> json,
            Duration stuck,
            Connections all) {
        this.person = reader.id();
        this.reader = reader;
        this.signedIn = signedIn;
        this.mayHear = mayHear;
        this.json = json;
        this.stuck = stuck;
        this.gone = () -> all.remove(this);
        this.waiting = new Waiting(new Told(Event.of("missed"), new Audience.Only(person)));
    }

    UserId person() {
        return person;
    }

    void tell(Told told) {
        waiting.add(told);
    }

    void tellItself(String type) {
        tell(new Told(Event.of(type), new Audience.Only(person)));
    }

    @Override
    public void onOpen(Session opened, EndpointConfig config) {
        opened.setMaxTextMessageBufferSize(LONGEST_MESSAGE);
        opened.setMaxBinaryMessageBufferSize(LONGEST_MESSAGE);
        opened.addMessageHandler(String.class, (MessageHandler.Whole<String>) text -> {});
        opened.addMessageHandler(ByteBuffer.class, (MessageHandler.Whole<ByteBuffer>) bytes -> {});
        opened.getUserProperties().put(Constants.READ_IDLE_TIMEOUT_MS, SILENCE.toMillis());
        opened.getUserProperties().put(Constants.BLOCKING_SEND_TIMEOUT_PROPERTY, stuck.toMillis());
        socket = opened;
        tellItself("ready");
        Thread.ofVirtual().name("events").start(() -> send(opened));
    }

    private void send(Session opened) {
        try {
            long due = System.nanoTime() + PING_EVERY.toNanos();
            while (opened.isOpen()) {
                var told = waiting.take(Duration.ofNanos(due - System.nanoTime()));
                if (told.isPresent()) {
                    send(told.get(), opened);
                }
                if (due - System.nanoTime() <= 0) {
                    look();
                    opened.getBasicRemote().sendPing(ByteBuffer.allocate(0));
                    due = System.nanoTime() + PING_EVERY.toNanos();
                }
            }
        } catch (IOException | IllegalStateException e) {
            LOG.debug("a reader of events is gone: {}", e.toString());
            end(CloseCodes.GOING_AWAY, "");
        } catch (InterruptedException e) {
            end(CloseCodes.GOING_AWAY, "");
        } catch (RuntimeException e) {
            LOG.warn("a reader of events is sent away, it may come again: {}", e.toString());
            end(CloseCodes.UNEXPECTED_CONDITION, "try again");
        }
    }

    private void send(Told told, Session opened) throws IOException, InterruptedException {
        var now = reader;
        if (now != null && mayHear.of(now, told.audience())) {
            opened.getBasicRemote().sendText(json.apply(told.event()));
        }
    }

    /// Ends it if its reader is not signed in any more.
    void look() {
        var now = signedIn.get().orElse(null);
        reader = now;
        if (now == null) {
            end(CloseCodes.VIOLATED_POLICY, "signed out");
        }
    }

    /// Nothing is sent any more but the end itself.
    void end(CloseCodes code, String why) {
        waiting.close();
        var opened = socket;
        if (opened == null || !opened.isOpen()) {
            return;
        }
        try {
            opened.close(new CloseReason(code, why));
        } catch (IOException | IllegalStateException e) {
            LOG.debug("a reader of events was gone before it was sent away: {}", e.toString());
        }
    }

    @Override
    public void onClose(Session closed, CloseReason why) {
        waiting.close();
        gone.run();
    }

    @Override
    public void onError(Session failed, Throwable why) {
        LOG.debug("a reader of events: {}", why.toString());
    }
}
