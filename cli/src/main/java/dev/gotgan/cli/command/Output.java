package dev.gotgan.cli.command;

import dev.gotgan.cli.http.Api;
import java.io.PrintWriter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/// Where a command prints: data on standard output, for people or as JSON; everything else on standard error.
final class Output {
    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    boolean json() {
        return json;
    }

    PrintWriter out() {
        return command.commandLine().getOut();
    }

    PrintWriter err() {
        return command.commandLine().getErr();
    }

    void print(JsonNode data) {
        out().println(Api.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(data));
    }
}
