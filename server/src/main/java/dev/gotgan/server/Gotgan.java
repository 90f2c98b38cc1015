package dev.gotgan.server;

import dev.gotgan.catalog.postgres.embedded.EmbeddedPostgresException;
import dev.gotgan.engine.store.directory.RootRefused;
import dev.gotgan.server.web.config.ReadSettings;
import dev.gotgan.server.web.config.Settings;
import dev.gotgan.server.web.config.SettingsRefused;
import dev.gotgan.server.wiring.GotganServer;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.slf4j.bridge.SLF4JBridgeHandler;
import org.springframework.boot.web.server.PortInUseException;

/// `gotgan serve`: starts, says where, and serves until it is told to stop.
public final class Gotgan {
    private static final Set<String> EVERYWHERE = Set.of("0.0.0.0", "::", "127.0.0.1");
    private static final int REFUSED = 2;
    private static final int FAILED = 1;

    private Gotgan() {}

    public static void main(String[] arguments) {
        /* Logback reads its own file: Boot's second configuration of it would cost a tenth of a second. */
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        try {
            serve(ReadSettings.from(System.getenv(), List.of(arguments)));
        } catch (SettingsRefused | RootRefused | EmbeddedPostgresException e) {
            leave(String.valueOf(e.getMessage()), REFUSED);
        } catch (PortInUseException e) {
            leave("port " + e.getPort() + " is taken; choose another with --port", REFUSED);
        } catch (IOException e) {
            leave(e.toString(), FAILED);
        }
    }

    private static void serve(Settings settings) throws IOException {
        var server = GotganServer.start(settings);
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop"));
        var host = EVERYWHERE.contains(settings.http().host())
                ? "127.0.0.1"
                : settings.http().host();
        System.out.println("Gotgan is ready at http://" + host + ":" + server.port());
        System.out.flush();
    }

    private static void leave(String why, int exit) {
        System.err.println("gotgan: " + why);
        System.exit(exit);
    }
}
