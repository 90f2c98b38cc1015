package dev.gotgan.server.live;

import dev.gotgan.engine.dataset.Actor;
import dev.gotgan.server.web.Caller;
import dev.gotgan.server.web.PublicAddress;
import dev.gotgan.server.web.live.Event;
import dev.gotgan.server.web.problem.Code;
import dev.gotgan.server.web.problem.Problem;
import dev.gotgan.server.web.problem.Refused;
import dev.gotgan.server.web.signin.StillSignedIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.Extension;
import jakarta.websocket.server.ServerContainer;
import jakarta.websocket.server.ServerEndpointConfig;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// From a request to a [Connection]: only by who may, only from a page of ours, and not too often.
final class Handshake {
    private static final int SWITCHING = 101;

    private final Connections connections;
    private final MayHear mayHear;
    private final StillSignedIn signedIn;
    private final PublicAddress address;
    private final Function<Event, String> json;

    Handshake(
            Connections connections,
            MayHear mayHear,
            StillSignedIn signedIn,
            PublicAddress address,
            Function<Event, String> json) {
        this.connections = connections;
        this.mayHear = mayHear;
        this.signedIn = signedIn;
        this.address = address;
        this.json = json;
    }

    void run(Caller caller, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!(caller.actor() instanceof Actor.Person reader)) {
            throw new IllegalStateException("the gate lets nobody anonymous in here");
        }
        fromUs(request);
        asksForIt(request);
        var connection = new Connection(reader, signedIn.of(request), mayHear, json, Connection.STUCK, connections);
        connections.add(connection);
        try {
            container(request).upgradeHttpToWebSocket(request, response, endpoint(connection), Map.of());
        } catch (DeploymentException e) {
            throw new IllegalStateException("no WebSocket can be made", e);
        } finally {
            if (response.getStatus() != SWITCHING) {
                connections.remove(connection);
            }
        }
    }

    /// Browsers send cookies with the handshake of any site's page, and let that page read what comes: it is the
    /// server that has to look where it is from.
    private void fromUs(HttpServletRequest request) {
        var origin = request.getHeader("Origin");
        if (origin != null && !isOurs(origin, address.of(request))) {
            throw new Refused(Code.FORBIDDEN, "A page of another site can't listen here.");
        }
    }

    /// Without `GOTGAN_PUBLIC_URL` a proxy may speak TLS where we don't: the host alone decides then.
    static boolean isOurs(String origin, URI own) {
        try {
            var theirs = URI.create(origin);
            return theirs.getHost() != null
                    && theirs.getHost().equalsIgnoreCase(own.getHost())
                    && (port(theirs) == port(own) || (theirs.getPort() < 0 && own.getPort() < 0));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static int port(URI address) {
        int usual = "https".equalsIgnoreCase(address.getScheme()) ? 443 : 80;
        return address.getPort() < 0 ? usual : address.getPort();
    }

    private static void asksForIt(HttpServletRequest request) {
        var asked = "websocket".equalsIgnoreCase(request.getHeader("Upgrade"))
                && says(request.getHeader("Connection"), "upgrade")
                && "13".equals(request.getHeader("Sec-WebSocket-Version"))
                && request.getHeader("Sec-WebSocket-Key") != null;
        if (!asked) {
            throw new Refused(Problem.of(Code.UPGRADE_REQUIRED, "This address speaks WebSocket, version 13.")
                    .withHeader("Upgrade", "websocket")
                    .withHeader("Sec-WebSocket-Version", "13"));
        }
    }

    private static boolean says(@Nullable String header, String word) {
        return header != null
                && List.of(header.toLowerCase(Locale.ROOT).split("\\s*,\\s*")).contains(word);
    }

    static ServerContainer container(HttpServletRequest request) {
        var container = request.getServletContext().getAttribute(ServerContainer.class.getName());
        if (container instanceof ServerContainer sockets) {
            return sockets;
        }
        throw new IllegalStateException("Tomcat was started without WebSocket");
    }

    /// No compression: events are short, and each socket would keep a window in memory.
    private static ServerEndpointConfig endpoint(Connection connection) {
        return ServerEndpointConfig.Builder.create(Connection.class, "/api/v1/events")
                .configurator(new ServerEndpointConfig.Configurator() {
                    @Override
                    public <T> T getEndpointInstance(Class<T> type) {
                        return type.cast(connection);
                    }

                    @Override
                    public List<Extension> getNegotiatedExtensions(List<Extension> ours, List<Extension> wanted) {
                        return List.of();
                    }
                })
                .build();
    }
}
