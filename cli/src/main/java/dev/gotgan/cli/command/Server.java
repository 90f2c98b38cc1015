package dev.gotgan.cli.command;

import dev.gotgan.cli.http.Api;
import dev.gotgan.cli.http.Login;
import java.io.IOException;

/// The server that the environment or the login file names.
final class Server {
    private Server() {}

    static Api connect() throws IOException {
        return new Api(Login.current(System.getenv()));
    }
}
