package dev.gotgan.cli;

import dev.gotgan.cli.command.Analyze;
import dev.gotgan.cli.command.LoginCommand;
import dev.gotgan.cli.command.Ls;
import dev.gotgan.cli.command.Pull;
import dev.gotgan.cli.command.Push;
import dev.gotgan.cli.command.Restore;
import dev.gotgan.cli.command.Rm;
import dev.gotgan.cli.command.Samples;
import dev.gotgan.cli.command.Show;
import dev.gotgan.cli.command.StoreCommand;
import dev.gotgan.cli.command.Verify;
import dev.gotgan.cli.command.Whoami;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The entry point: parses, runs one command, turns its end into an exit code.
@Command(
        name = "gotgan",
        mixinStandardHelpOptions = true,
        scope = CommandLine.ScopeType.INHERIT, // every command answers --help
        version = "gotgan 0.1.0",
        description = "Datasets of images and labels, kept as plain files in your own bucket.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:something failed on this machine",
            "2:the command line is not understood",
            "3:not signed in, or not allowed",
            "4:there is no such dataset",
            "5:the server refused the input; nothing was changed",
            "6:the server does not answer",
            "7:verify found a difference"
        },
        footer = {
            "",
            "The server is named by GOTGAN_URL, the token by GOTGAN_TOKEN; `gotgan login` saves both.",
            "`gotgan serve` runs the server, `gotgan test` every check of the project."
        })
public final class Main {
    private static final Map<String, Class<?>> COMMANDS = commands();

    private Main() {}

    private static Map<String, Class<?>> commands() {
        var commands = new LinkedHashMap<String, Class<?>>(); // in the order of `--help`
        commands.put("login", LoginCommand.class);
        commands.put("whoami", Whoami.class);
        commands.put("ls", Ls.class);
        commands.put("show", Show.class);
        commands.put("push", Push.class);
        commands.put("pull", Pull.class);
        commands.put("verify", Verify.class);
        commands.put("analyze", Analyze.class);
        commands.put("samples", Samples.class);
        commands.put("rm", Rm.class);
        commands.put("restore", Restore.class);
        commands.put("store", StoreCommand.class);
        return commands;
    }

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    static int run(String... arguments) {
        var line = commandLine(arguments);
        try {
            return arguments.length == 0 ? line.execute("--help") : line.execute(arguments);
        } catch (OutOfMemoryError e) {
            long megabytes = Runtime.getRuntime().maxMemory() >> 20;
            line.getErr()
                    .println("gotgan: %d MB of memory are not enough for so many files; give more with GOTGAN_HEAP=%dm"
                            .formatted(megabytes, megabytes * 4));
            return 1;
        }
    }

    /// Knows the command that is asked for, or all of them: to read the options of each takes a good part of a short
    /// command's time.
    static CommandLine commandLine(String... arguments) {
        var line = new CommandLine(new Main());
        var asked = arguments.length == 0 ? null : COMMANDS.get(arguments[0]);
        if (asked == null) {
            COMMANDS.forEach(line::addSubcommand);
        } else {
            line.addSubcommand(arguments[0], asked);
        }
        return line.setOut(writer(System.out)).setErr(writer(System.err)).setExecutionExceptionHandler(new Failures());
    }

    /// In a container without a locale Java would print `?` for every name that is not ASCII: UTF-8 then.
    private static PrintWriter writer(PrintStream stream) {
        var charset = stream.charset();
        boolean knows = charset.canEncode() && charset.newEncoder().canEncode('가');
        return new PrintWriter(new OutputStreamWriter(stream, knows ? charset : StandardCharsets.UTF_8), true);
    }
}
