package dev.gotgan.cli.command;

import dev.gotgan.cli.http.Login;
import dev.gotgan.cli.http.SignIn;
import dev.gotgan.cli.screen.Output;
import dev.gotgan.cli.screen.Terminal;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Signs in and saves a token for later commands.
@Command(name = "login", description = "Sign in and save a token in ~/.config/gotgan/login (mode 600).")
public final class LoginCommand implements Callable<Integer> {
    @Mixin
    private Output output;

    @Option(names = "--url", description = "The server (default: GOTGAN_URL, else http://127.0.0.1:8080).")
    private @Nullable URI url;

    @Option(names = "--email", description = "Your e-mail; asked for where it is not given.")
    private @Nullable String email;

    @Option(names = "--token", description = "Save this token instead of signing in; - reads it from standard input.")
    private @Nullable String token;

    @Override
    public Integer call() throws IOException {
        var server = url != null ? url : Login.current(System.getenv()).url();
        var login = new Login(server, Optional.of(token != null ? given(token) : signIn(server)));
        var file = login.save(System.getenv());
        output.err().println("Signed in at " + server + "; the token is in " + file);
        return 0;
    }

    private static String given(String token) throws IOException {
        return token.equals("-")
                ? new String(System.in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8).strip()
                : token;
    }

    private String signIn(URI server) throws IOException {
        String who = email != null ? email : ask("E-mail: ");
        return SignIn.token(server, who, password());
    }

    private String ask(String question) throws IOException {
        return Terminal.find()
                .orElseThrow(() -> new IOException("--email is needed where nobody can be asked"))
                .readLine(question);
    }

    /// From GOTGAN_PASSWORD for scripts, else asked without echo; never from the command line, which others can
    /// see.
    private static String password() throws IOException {
        String set = System.getenv("GOTGAN_PASSWORD");
        if (set != null) {
            return set;
        }
        var typed = Terminal.find()
                .orElseThrow(() -> new IOException("set GOTGAN_PASSWORD, or use --token, where nobody can be asked"))
                .readPassword("Password: ");
        return typed == null ? "" : new String(typed);
    }
}
