package dev.gotgan.cli.command;

import dev.gotgan.cli.http.Api;
import dev.gotgan.cli.http.Login;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// The server that the environment or the login file names.
final class Server {
    static final String DATASETS = "/api/v1/datasets";

    private Server() {}

    static Api connect() throws IOException {
        return new Api(Login.current(System.getenv()));
    }

    /// The path of one dataset's resources.
    static String dataset(String id) {
        return DATASETS + "/" + encoded(id);
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
