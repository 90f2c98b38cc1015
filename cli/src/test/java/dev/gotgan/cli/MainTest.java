package dev.gotgan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gotgan.cli.http.Api;
import dev.gotgan.cli.http.Login;
import dev.gotgan.cli.http.Problem;
import dev.gotgan.cli.http.Unreachable;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class MainTest {
    @Test
    void everyCommandSaysHowItIsUsed() {
        var line = Main.commandLine();
        assertThat(line.getSubcommands()).containsKeys("login", "whoami", "ls", "show", "push", "pull", "verify", "rm");
        line.getSubcommands()
                .forEach((name, command) ->
                        assertThat(command.getUsageMessage()).as(name).contains("Usage:"));
    }

    @Test
    void aCommandAloneIsTheOneAmongAll() {
        Main.commandLine().getSubcommands().forEach((name, command) -> {
            var alone = Main.commandLine(name, "--help").getSubcommands();
            assertThat(alone).containsOnlyKeys(name);
            assertThat(alone.values())
                    .extracting(CommandLine::getUsageMessage)
                    .containsExactly(command.getUsageMessage());
            assertThat(command.getCommandSpec()
                            .userObject()
                            .getClass()
                            .getAnnotation(CommandLine.Command.class)
                            .name())
                    .isEqualTo(name);
        });
    }

    @Test
    void aCommandLineThatIsNotUnderstoodEndsWithTwo() {
        assertThat(Main.run("pull", "only-an-id")).isEqualTo(2);
        assertThat(Main.run("no-such-command")).isEqualTo(2);
    }

    @Test
    void aFolderThatWasNotPulledIsRefused(@TempDir Path folder) {
        assertThat(Main.run("verify", folder.toString())).isEqualTo(5);
    }

    @Test
    void whatTheServerRefusesEndsWithTheDocumentedCode() {
        assertThat(exit(new Problem(401, "unauthenticated", "who are you?", List.of())))
                .isEqualTo(3);
        assertThat(exit(new Problem(404, "dataset_not_found", "none", List.of())))
                .isEqualTo(4);
        assertThat(exit(new Problem(422, "archive_empty", "nothing in it", List.of())))
                .isEqualTo(5);
        assertThat(exit(new Problem(507, "insufficient_storage", "full", List.of())))
                .isEqualTo(5);
        assertThat(exit(new Problem(500, "internal", "oops", List.of()))).isEqualTo(1);
    }

    @Test
    void aServerThatDoesNotAnswerIsNamed() throws IOException {
        int free;
        try (var socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        var nowhere = new Login(URI.create("http://127.0.0.1:" + free), Optional.empty());
        try (var api = new Api(nowhere)) {
            Assertions.assertThatThrownBy(() -> api.get("/healthz"))
                    .isInstanceOf(Unreachable.class)
                    .hasMessageContaining(nowhere.url().toString());
        }
    }

    private static int exit(Exception failure) {
        var line = new CommandLine(CommandLine.Model.CommandSpec.create());
        line.setErr(new PrintWriter(new StringWriter()));
        return new Failures().handleExecutionException(failure, line, line.parseArgs());
    }
}
