package dev.gotgan.cli.screen;

import dev.gotgan.cli.http.Api;
import java.io.PrintWriter;
import java.util.function.Consumer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/// Where a command prints: data on standard output, for people or as JSON; everything else on standard error.
public final class Output {
    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    public boolean json() {
        return json;
    }

    public PrintWriter out() {
        return command.commandLine().getOut();
    }

    public PrintWriter err() {
        return command.commandLine().getErr();
    }

    /// `data` as JSON where that is asked for, else as `forPeople` prints it.
    public void show(JsonNode data, Consumer<PrintWriter> forPeople) {
        if (json) {
            print(data);
        } else {
            forPeople.accept(out());
        }
    }

    public void print(JsonNode data) {
        out().println(Api.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(data));
    }
}
