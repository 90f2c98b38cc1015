package dev.gotgan.cli.command;

import dev.gotgan.cli.screen.Output;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Who the server takes us for.
@Command(name = "whoami", description = "Show who you are to the server.")
public final class Whoami implements Callable<Integer> {
    @Mixin
    private Output output;

    @Override
    public Integer call() throws IOException {
        try (var api = Server.connect()) {
            var user = api.get("/api/v1/auth/me").path("user");
            if (output.json()) {
                output.print(user);
            } else if (user.isNull() || user.isMissingNode()) {
                output.out().println("nobody (anonymous) at " + api.url());
            } else {
                String admin = user.path("is_admin").asBoolean(false) ? ", admin" : "";
                output.out().println(user.path("email").asString() + " at " + api.url() + admin);
            }
            return user.isObject() ? 0 : 3;
        }
    }
}
